"""HTTP as clients really speak it: kept connections, framing, many clients, and bytes that are no HTTP."""

import http.client
import json
import random
import socket
import threading
import unittest
import urllib.parse

from clients import PING
from mock import SECRET_KEY, TEMPORARY, TOKEN, Mock
from wire import BODY, PATH, connection, presigned_target, send, send_signed, signed_headers


class WireForms(unittest.TestCase):
    def test_arns_are_one_segment_with_an_encoded_slash(self):
        account = "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3A"
        for identifier, status in (
            ("arn%3Aaws%3Abedrock%3Aus-east-1%3A%3Afoundation-model%2Famazon.nova-micro-v1%3A0", 200),
            ("arn:aws:bedrock:us-east-1::foundation-model%2Famazon.nova-micro-v1:0", 200),
            (account + "inference-profile%2Fus.amazon.nova-micro-v1%3A0", 200),
            ("arn:aws:bedrock:us-east-1:123456789012:inference-profile%2fus.amazon.nova-micro-v1:0", 200),
            (account + "provisioned-model%2Fabcdefghij12", 404),
            (account + "application-inference-profile%2Fabcdefghij12", 400),
        ):
            with self.subTest(identifier), Mock() as mock:
                answer = send_signed(mock, f"/model/{identifier}/converse")
                self.assertEqual(answer.status, status, answer.body)

    def test_slash_of_an_arn_sent_raw_is_no_operation(self):
        arn = "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0"
        with Mock() as mock:
            answer = send_signed(mock, f"/model/{arn}/converse")
        self.assertEqual((answer.status, answer.error), (404, "UnknownOperationException"))

    def test_path_prefix_of_a_gateway_is_signed(self):
        with Mock() as mock:
            self.assertEqual(send_signed(mock, "/bedrock/v1" + PATH).status, 200)

    def test_port_is_part_of_the_signed_host(self):
        with Mock() as mock:
            headers = signed_headers(mock, host="127.0.0.1")
            answer = send(mock, headers=headers | {"Host": f"127.0.0.1:{mock.port}"})
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
        self.assertIn(f"host:127.0.0.1:{mock.port}", answer.json["message"])

    def test_header_that_was_not_signed_may_be_added(self):
        with Mock() as mock:
            headers = signed_headers(mock) | {"X-Amzn-Trace-Id": "Root=1-2", "Via": "1.1 proxy"}
            self.assertEqual(send(mock, headers=headers).status, 200)

    def test_token_sent_but_not_signed_is_accepted_with_advice(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            headers = signed_headers(mock, access_key=TEMPORARY) | {"X-Amz-Security-Token": TOKEN}
            self.assertEqual(send(mock, headers=headers).status, 200)
            _, _, log = mock.stop()
        self.assertIn("advice: tok-unsigned", log)

    def test_head_is_answered_without_a_body(self):
        with Mock() as mock:
            answer = send_signed(mock, "/foundation-models", None, "HEAD")
        self.assertEqual((answer.status, answer.body), (200, b""))


class Presigned(unittest.TestCase):
    def get(self, mock, target):
        return send(mock, target, None, "GET")

    def test_within_its_lifetime(self):
        with Mock() as mock:
            self.assertEqual(self.get(mock, presigned_target(mock)).status, 200)

    def test_with_a_session_token(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            target = presigned_target(mock, access_key=TEMPORARY, token=TOKEN)
            self.assertEqual(self.get(mock, target).status, 200)

    def test_token_appended_after_signing(self):
        with Mock(access_key=TEMPORARY, token=TOKEN) as mock:
            target = presigned_target(mock, access_key=TEMPORARY)
            target += "&X-Amz-Security-Token=" + urllib.parse.quote(TOKEN, safe="")
            self.assertEqual(self.get(mock, target).status, 200)

    def test_signature_in_header_and_query(self):
        with Mock() as mock:
            target = presigned_target(mock)
            answer = send(mock, target, None, "GET", signed_headers(mock, target, None, "GET"))
        self.assertEqual((answer.status, answer.error), (403, "IncompleteSignatureException"))

    def test_lifetime_is_the_signers_and_not_five_minutes(self):
        with Mock("--clock-offset", "3000") as mock:
            self.assertEqual(self.get(mock, presigned_target(mock, expires=3600)).status, 200)

    def test_after_its_lifetime(self):
        with Mock("--clock-offset", "3000") as mock:
            answer = self.get(mock, presigned_target(mock, expires=60))
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
        self.assertIn("Signature expired: ", answer.json["message"])

    def test_tampered_query(self):
        with Mock() as mock:
            answer = self.get(mock, presigned_target(mock, expires=60).replace("Expires=60", "Expires=90"))
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))

    def test_wrong_region(self):
        with Mock() as mock:
            answer = self.get(mock, presigned_target(mock, region="eu-west-1"))
        self.assertIn("Credential should be scoped to a valid region", answer.json["message"])

    def test_part_left_out(self):
        with Mock() as mock:
            target = "&".join(
                part for part in presigned_target(mock).split("&") if not part.startswith("X-Amz-SignedHeaders"))
            answer = self.get(mock, target)
        self.assertEqual((answer.status, answer.error), (403, "IncompleteSignatureException"))
        self.assertIn("X-Amz-SignedHeaders", answer.json["message"])


class Malformed(unittest.TestCase):
    def test_authorization_that_cannot_be_read(self):
        cases = {
            "": "Authorization header cannot be empty.",
            "AWS4-HMAC-SHA256 Credential": "missing equal-sign",
            "AWS4-HMAC-SHA256 SignedHeaders=host, Signature=00": "requires 'Credential' parameter",
            "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=00": "Credential must have exactly 5",
            "Basic dXNlcjpwYXNz": "Unsupported AWS 'algorithm'",
        }
        with Mock() as mock:
            for authorization, text in cases.items():
                with self.subTest(authorization):
                    headers = signed_headers(mock) | {"Authorization": authorization}
                    answer = send(mock, headers=headers)
                    self.assertEqual((answer.status, answer.error), (403, "IncompleteSignatureException"))
                    self.assertIn(text, answer.json["message"])

    def test_scope_of_another_day(self):
        with Mock() as mock:
            headers = signed_headers(mock)
            date = headers["X-Amz-Date"][:8]
            headers["Authorization"] = headers["Authorization"].replace(f"/{date}/", "/20200101/")
            answer = send(mock, headers=headers)
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
        self.assertIn(f"'20200101' != '{date}'", answer.json["message"])

    def test_scope_without_its_terminator(self):
        with Mock() as mock:
            headers = signed_headers(mock)
            headers["Authorization"] = headers["Authorization"].replace("aws4_request", "aws5_request")
            answer = send(mock, headers=headers)
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
        self.assertIn("valid terminator: 'aws4_request'", answer.json["message"])

    def test_host_must_be_signed(self):
        with Mock() as mock:
            headers = signed_headers(mock)
            headers["Authorization"] = headers["Authorization"].replace("content-type;host;", "content-type;")
            answer = send(mock, headers=headers)
        self.assertEqual((answer.status, answer.error), (403, "InvalidSignatureException"))
        self.assertIn("must be a 'SignedHeader'", answer.json["message"])


class Connections(unittest.TestCase):
    def test_refusals_and_answers_share_a_connection(self):
        with Mock() as mock:
            link = connection(mock)
            statuses = [
                send_signed(mock, over=link).status,
                send_signed(mock, over=link, secret=SECRET_KEY[::-1]).status,
                send(mock, over=link).status,
                send_signed(mock, over=link).status,
            ]
            link.close()
            _, _, log = mock.stop()
        self.assertEqual(statuses, [200, 403, 403, 200])
        self.assertIn("4 requests on 1 connection:", log)

    def test_pipelined_requests_are_answered_in_order(self):
        with Mock() as mock:
            with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                for_one_write = [raw(mock, path) for path in ("/foundation-models", "/nothing", "/inference-profiles")]
                link.sendall(b"".join(for_one_write))
                statuses = [response.status for response in responses(link, 3)]
        self.assertEqual(statuses, [200, 404, 200])

    def test_request_that_arrives_byte_by_byte(self):
        with Mock() as mock:
            with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                for byte in raw(mock, "/foundation-models"):
                    link.sendall(bytes([byte]))
                self.assertEqual(responses(link, 1)[0].status, 200)

    def test_client_that_closes_its_sending_side_is_still_answered(self):
        with Mock() as mock:
            with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                link.sendall(raw(mock, "/foundation-models"))
                link.shutdown(socket.SHUT_WR)
                self.assertEqual(responses(link, 1)[0].status, 200)

    def test_chunked_body(self):
        pieces = [BODY[start : start + 7].encode() for start in range(0, len(BODY), 7)]
        with Mock() as mock:
            headers = signed_headers(mock) | {"Transfer-Encoding": "chunked"}
            link = connection(mock)
            link.request("POST", PATH, iter(pieces), headers, encode_chunked=True)
            self.assertEqual(link.getresponse().status, 200)
            link.close()

    def test_body_of_20_megabytes(self):
        body = json.dumps({"messages": PING, "padding": "x" * 20_000_000})
        with Mock() as mock:
            headers = signed_headers(mock, body=body)
            self.assertEqual(send(mock, body=body, headers=headers).status, 200)
            self.assertEqual(send(mock, body=body.replace("ping", "pong"), headers=headers).status, 403)

    def test_body_beyond_the_bound_is_413(self):
        with Mock() as mock:
            headers = signed_headers(mock) | {"Content-Length": str(33 * 1024 * 1024)}
            self.assertEqual(send(mock, body=b"", headers=headers).status, 413)

    def test_200_clients_at_once(self):
        with Mock("--latency", "200") as mock:
            headers = signed_headers(mock)
            barrier = threading.Barrier(200)
            statuses = []

            def client():
                link = connection(mock)
                link.connect()
                barrier.wait(timeout=30)
                statuses.append(send(mock, headers=headers, over=link).status)
                link.close()

            threads = [threading.Thread(target=client) for _ in range(200)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            _, _, log = mock.stop()
        self.assertEqual(statuses, [200] * 200)
        self.assertIn("200 requests on 200 connections:", log)

    def test_what_is_no_http_never_ends_the_server(self):
        chance = random.Random(20261122)
        with Mock() as mock:
            good = raw(mock, PATH, "POST", BODY)
            for _ in range(300):
                bad = bytearray(good)
                for _ in range(chance.randint(1, 6)):
                    place = chance.randrange(len(bad))
                    bad[place : place + chance.randint(0, 9)] = chance.randbytes(chance.randint(0, 9))
                with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                    link.sendall(bad)
                    link.shutdown(socket.SHUT_WR)
                    while link.recv(65536):
                        pass
            self.assertEqual(send_signed(mock).status, 200)


def raw(mock, path, method="GET", body=None):
    """The bytes of a signed request."""
    lines = [f"{method} {path} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in signed_headers(mock, path, body, method).items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(lines) + "\r\n\r\n" + (body or "")).encode()


class Buffered:
    """A socket as http.client reads it, with one buffer for all the answers on it."""

    def __init__(self, link):
        self.file = link.makefile("rb")

    def makefile(self, *_, **__):
        return self

    def __getattr__(self, name):
        return getattr(self.file, name)

    def close(self):
        pass


def responses(link, count):
    """Reads that many answers of a connection, whole."""
    shared = Buffered(link)
    found = []
    for _ in range(count):
        response = http.client.HTTPResponse(shared)
        response.begin()
        response.read()
        found.append(response)
    return found
