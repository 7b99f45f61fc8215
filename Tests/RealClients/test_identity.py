"""Who the caller is: boto3's STS client against `doctor serve`, and doctor's own question against it."""

import unittest

from clients import Refusal, bedrock
from mock import ACCESS_KEY, SECRET_KEY, TEMPORARY, TOKEN, Mock


class CallerIdentity(unittest.TestCase):
    def test_a_right_signature_is_answered(self):
        with Mock() as mock:
            answer = bedrock(mock, service="sts").get_caller_identity()
        self.assertEqual(answer["Account"], "123456789012")
        self.assertTrue(answer["Arn"].startswith("arn:aws:iam::123456789012:"))
        self.assertTrue(answer["UserId"])

    def test_a_temporary_key_needs_its_token(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            with_token = bedrock(mock, TEMPORARY, SECRET_KEY, TOKEN, service="sts").get_caller_identity()
            refused = Refusal(lambda: bedrock(mock, TEMPORARY, SECRET_KEY, service="sts").get_caller_identity())
        self.assertEqual(with_token["Account"], "123456789012")
        self.assertEqual((refused.code, refused.status), ("InvalidClientTokenId", 403))

    def test_refusals_have_the_codes_of_sts(self):
        with Mock() as mock:
            unknown = Refusal(
                lambda: bedrock(mock, "AKIAUNKNOWNKEY0000001", SECRET_KEY, service="sts").get_caller_identity())  # fmt: skip
            wrong = Refusal(lambda: bedrock(mock, ACCESS_KEY, "x" * 40, service="sts").get_caller_identity())
        self.assertEqual((unknown.code, unknown.status), ("InvalidClientTokenId", 403))
        self.assertEqual((wrong.code, wrong.status), ("SignatureDoesNotMatch", 403))


if __name__ == "__main__":
    unittest.main()
