class BitrixAPIError(Exception):
    def __init__(self, reply):
        super().__init__(reply["error"])
        self.error = reply["error"]
        self.error_description = reply["error_description"]
