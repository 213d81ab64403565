"""Stands for b24pysdk: what a snippet names of it. The real one speaks https alone."""

import json
import os
import urllib.error
import urllib.parse
import urllib.request

from .errors import BitrixAPIError


class BitrixWebhook:
    def __init__(self, *, domain, webhook_token):
        self.root = f"{os.environ['STUB_SCHEME']}://{domain}/rest/{webhook_token}/"

    def call_method(self, api_method, params=None):
        request = urllib.request.Request(
            self.root + api_method,
            data=json.dumps(params or {}).encode(),
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise BitrixAPIError(json.load(error)) from None

    def call_batch(self, methods, *, halt=False):
        cmd = {name: f"{method}?{urllib.parse.urlencode(params)}" for name, (method, params) in methods.items()}
        return self.call_method("batch", {"halt": int(halt), "cmd": cmd})
