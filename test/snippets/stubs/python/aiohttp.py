"""Stands for the part of aiohttp that fast_bitrix24 lets through."""


class ClientResponseError(Exception):
    def __init__(self, status, url):
        super().__init__(f"{status}, url='{url}'")
        self.status = status
