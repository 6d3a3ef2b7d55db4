"""localstripe on one port of 127.0.0.1, keeping nothing on disk, and taking four parameters that it does not know.

What it does not know, it refuses: `payment_method_types` and `description` of a payment intent, `payment_method` and
`return_url` of a confirmation. They are taken off here; a confirmation with a payment method is done in localstripe's own
two steps. So those four are not checked by it; all else is its own.
"""

import sys

from aiohttp import web
from localstripe import resources

resources.Store.dump_to_disk = lambda self: None

Payment, Setup, Method = resources.PaymentIntent, resources.SetupIntent, resources.PaymentMethod
create, confirm = Payment._api_create, Payment._api_confirm


def create_payment(payment_method_types=None, description=None, **data):
    return create(**data)


def confirm_payment(id, payment_method=None, return_url=None, **data):
    intent, method = Payment._api_retrieve(id), Method._api_retrieve(payment_method)
    if intent.status not in ("requires_payment_method", "requires_confirmation"):
        raise resources.UserError(400, "Bad request")
    intent.payment_method = method.id
    return confirm(id, **data)


def confirm_setup(id, payment_method=None, return_url=None, **data):
    Setup._api_retrieve(id).payment_method = Method._api_retrieve(payment_method).id
    return Setup._api_confirm(id, **data)


Payment._api_create = create_payment
replaced = {
    "/v1/payment_intents/{id}/confirm": confirm_payment,
    "/v1/setup_intents/{id}/confirm": confirm_setup,
}
resources.extra_apis[:] = [(m, url, replaced.get(url, f)) for m, url, f in resources.extra_apis]

# It builds its routes when it is imported.
from localstripe.server import app  # noqa: E402

web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
