"""TLS on the mock and on captures: who trusts whom, which protocol is spoken, and what is said of a failure."""

import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import unittest

from clients import MODEL, aws_converse, bedrock, converse, curl, have_aws, have_curl
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, TEMPORARY, TOKEN, FolderTest, Mock, serve, surroundings

CALL = (
    "import boto3\nprint(boto3.client('bedrock-runtime').converse(modelId='amazon.nova-micro-v1:0', "
    "messages=[{'role': 'user', 'content': [{'text': 'ping'}]}])['stopReason'])\n")
NODE_HTTP1 = """
require('https').get(process.env.AWS_ENDPOINT_URL_BEDROCK + '/', (answer) => console.log(answer.resume().statusCode))
  .on('error', (error) => { console.log(error.code); process.exitCode = 3 })"""
NODE_HTTP2 = """
const session = require('http2').connect(process.env.AWS_ENDPOINT_URL_BEDROCK)
session.on('error', (error) => { console.log(error.code); process.exitCode = 3 })
const stream = session.request({':path': '/'})
stream.on('response', (fields) => { console.log(session.alpnProtocol, fields[':status']); session.close() })
stream.on('error', () => {})
stream.resume()
stream.end()"""
VARIABLES = [
    "AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "DENO_CERT",
]  # fmt: skip

have_node = shutil.which("node") is not None
have_openssl = shutil.which("openssl") is not None


class TLSTest(FolderTest):
    def setUp(self):
        super().setUp()
        self.authority = self.path("authority.pem")

    def mock(self, *arguments, **more):
        return Mock("--tls", "--tls-ca", self.authority, *arguments, **more)

    def handshake(self, mock, name="localhost", authority=None, **settings):
        """Shakes hands as Python does; returns (version, protocol)."""
        context = ssl.create_default_context(cafile=authority or self.authority)
        for setting, value in settings.items():
            if callable(getattr(context, setting)):
                getattr(context, setting)(value)
            else:
                setattr(context, setting, value)
        with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
            with context.wrap_socket(link, server_hostname=name) as secure:
                return secure.version(), secure.selected_alpn_protocol()

    def openssl(self, *arguments):
        run = subprocess.run(["openssl", *arguments], capture_output=True, text=True, timeout=60)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout


class Handshakes(TLSTest):
    def test_names_of_loopback_and_of_the_option(self):
        with self.mock("--tls-name", "gateway.example.com", "--tls-name", "*.internal.example") as mock:
            self.assertTrue(mock.url.startswith("https://"))
            for name in ("localhost", "127.0.0.1", "::1", "gateway.example.com", "a.internal.example"):
                with self.subTest(name):
                    self.assertEqual(self.handshake(mock, name)[0], "TLSv1.3")
            for name in ("gateway.example", "192.0.2.1", "a.b.internal.example"):
                with self.subTest(name), self.assertRaises(ssl.SSLCertVerificationError):
                    self.handshake(mock, name)

    def test_strict_verification_of_the_chain(self):
        # What Python 3.13 does of itself.
        with self.mock() as mock:
            flags = ssl.create_default_context().verify_flags | getattr(ssl, "VERIFY_X509_STRICT")
            self.assertEqual(self.handshake(mock, verify_flags=flags)[0], "TLSv1.3")

    def test_protocols(self):
        with self.mock() as mock:
            for offered, chosen in ((["h2", "http/1.1"], "h2"), (["http/1.1", "h2"], "h2"), (["http/1.1"], "http/1.1"),
                                    (["http/1.0"], "http/1.0")):
                self.assertEqual(self.handshake(mock, set_alpn_protocols=offered)[1], chosen)
            self.assertIsNone(self.handshake(mock)[1])
            with self.assertRaisesRegex(ssl.SSLError, "(?i)no.application.protocol"):
                self.handshake(mock, set_alpn_protocols=["spdy/3"])
            self.assertIn("(ALPN)", mock.stop()[2])

    def test_versions(self):
        with self.mock() as mock:
            found = self.handshake(mock, maximum_version=ssl.TLSVersion.TLSv1_2)
            self.assertEqual(found[0], "TLSv1.2")

    @unittest.skipUnless(have_openssl, "openssl is not installed")
    def test_openssl_trusts_the_written_authority(self):
        with self.mock() as mock:
            for version in ("-tls1_2", "-tls1_3"):
                out = self.openssl(
                    "s_client", "-connect", f"127.0.0.1:{mock.port}", "-CAfile", self.authority, "-verify_return_error",
                    "-verify_ip", "127.0.0.1", "-alpn", "h2", version)  # fmt: skip
                self.assertIn("Verify return code: 0 (ok)", out)
                self.assertIn("ALPN protocol: h2", out)
        text = self.openssl("x509", "-in", self.authority, "-noout", "-text")
        self.assertIn("CA:TRUE, pathlen:0", text)
        with open(self.authority) as file:
            self.assertNotIn("PRIVATE", file.read())

    @unittest.skipUnless(have_openssl, "openssl is not installed")
    def test_renegotiation_and_compression_are_off(self):
        with self.mock() as mock:
            run = subprocess.run(
                ["openssl", "s_client", "-connect", f"127.0.0.1:{mock.port}", "-tls1_2"], input="R\n",
                capture_output=True, text=True, timeout=60)  # fmt: skip
            self.assertIn("(renegotiation) and is refused", mock.stop()[2])
        self.assertIn("Compression: NONE", run.stdout)
        self.assertIn("no renegotiation", run.stderr)

    def test_each_run_has_its_own_authority(self):
        other = self.path("other.pem")
        with self.mock():
            shutil.copy(self.authority, other)
        with self.mock() as mock:
            with self.assertRaises(ssl.SSLCertVerificationError):
                self.handshake(mock, authority=other)


class Clients(TLSTest):
    def test_boto3(self):
        with self.mock() as mock:
            os.environ["AWS_CA_BUNDLE"] = self.authority
            self.addCleanup(os.environ.pop, "AWS_CA_BUNDLE", None)
            client = bedrock(mock)
            self.assertEqual(converse(client)["stopReason"], "max_tokens")
            stream = client.converse_stream(modelId=MODEL, messages=[{"role": "user", "content": [{"text": "ping"}]}])
            self.assertIn("messageStop", [name for event in stream["stream"] for name in event])

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_curl_with_its_own_signer(self):
        with self.mock() as mock:
            for options, version in ((["--http1.0"], "HTTP/1.1 200"), (["--http1.1"], "HTTP/1.1 200"), (["--http2"], "HTTP/2 200")):
                run = curl(mock, "/foundation-models", ACCESS_KEY, SECRET_KEY, "--cacert", self.authority, *options)
                self.assertTrue(run.stdout.startswith(version), run.stdout + run.stderr)

    @unittest.skipUnless(have_aws, "the AWS CLI is not installed")
    def test_aws_cli(self):
        with self.mock() as mock:
            os.environ["AWS_CA_BUNDLE"] = self.authority
            self.addCleanup(os.environ.pop, "AWS_CA_BUNDLE", None)
            run = aws_converse(mock, ACCESS_KEY, SECRET_KEY)
        self.assertEqual(run.returncode, 0, run.stderr)

    @unittest.skipUnless(shutil.which("java") and shutil.which("keytool"), "Java is not installed")
    def test_java(self):
        store = self.path("store.p12")
        with self.mock() as mock:
            subprocess.run(
                ["keytool", "-importcert", "-noprompt", "-alias", "doctor", "-file", self.authority, "-keystore", store,
                 "-storepass", "changeit"], check=True, capture_output=True, timeout=60)  # fmt: skip
            program = os.path.join(os.path.dirname(os.path.abspath(__file__)), "HTTPSClient.java")
            trust = ["-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=changeit"]
            for options, status in ((trust, 0), ([], 1)):
                run = subprocess.run(
                    ["java", *options, program, mock.url + "/"], capture_output=True, text=True, timeout=120)
                self.assertEqual(run.returncode, status, run.stderr)
                if status == 0:
                    self.assertEqual(run.stdout, "HTTP_2 403\n")
            self.assertRegex(mock.stop()[2], r"alert certificate_unknown|sent no alert that says why")

    def test_many_requests_on_one_connection(self):
        with self.mock() as mock:
            client = bedrock(mock, verify=self.authority)
            for _ in range(20):
                converse(client)
            self.assertIn("20 requests on 1 connection", mock.stop()[2])

    def test_large_bodies_both_ways(self):
        long = [{"role": "user", "content": [{"text": "x" * 3_000_000}]}]
        with self.mock() as mock:
            try:
                converse(bedrock(mock, verify=self.authority), messages=long)
            except Exception as error:
                self.assertNotIn("Signature", str(error))
            self.assertNotIn("TLS failed", mock.stop()[2])

    def test_faults_of_the_connection_reach_the_client(self):
        for fault, error in (("reset", "(?i)reset|aborted|closed"), ("empty-reply", "(?i)closed|aborted|EOF")):
            with self.subTest(fault), self.mock("--fault", fault) as mock:
                with self.assertRaisesRegex(Exception, error):
                    converse(bedrock(mock, verify=self.authority))


class Commands(TLSTest):
    """The command after `--` trusts the mock, and whom it trusted before."""

    def assertAnswers(self, command, out):
        run = serve("--tls", command=command)
        self.assertEqual(run.stdout.splitlines()[1:], [out], run.stderr)

    def test_boto3(self):
        self.assertAnswers([sys.executable, "-c", CALL], "end_turn")

    def test_openssl_by_python(self):
        call = (
            "import os, urllib.error, urllib.request\ntry:\n"
            "    urllib.request.urlopen(os.environ['AWS_ENDPOINT_URL_BEDROCK'])\n"
            "except urllib.error.HTTPError as error:\n    print(error.code)\n")
        self.assertAnswers([sys.executable, "-c", call], "403")

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_curl(self):
        self.assertAnswers(
            ["sh", "-c", "curl -s -o /dev/null -w '%{http_version} %{http_code}\\n' $AWS_ENDPOINT_URL_BEDROCK/"], "2 403")

    @unittest.skipUnless(have_node, "Node is not installed")
    def test_node(self):
        self.assertAnswers(["node", "-e", NODE_HTTP1], "403")
        self.assertAnswers(["node", "-e", NODE_HTTP2], "h2 403")

    def test_file_of_authorities(self):
        mine = self.path("mine.pem")
        with open(mine, "w") as file:
            file.write("mine\n")
        show = f"import os; paths = {{os.environ[name] for name in {VARIABLES}}}; path, = paths; print(path)\n"
        show += "print(open(path).read())"
        run = serve("--tls", command=[sys.executable, "-c", show], AWS_CA_BUNDLE=mine, TMPDIR=self.folder)
        _, path, *text = run.stdout.splitlines()
        self.assertEqual(os.path.dirname(path), os.path.realpath(self.folder))
        self.assertFalse(os.path.exists(path), "the file is left behind")
        self.assertIn("mine", text)
        self.assertNotIn("PRIVATE", run.stdout)
        system = ssl.get_default_verify_paths().openssl_cafile
        if os.path.exists("/etc/ssl/certs/ca-certificates.crt") or system and os.path.exists(system):
            self.assertGreater(text.count("-----BEGIN CERTIFICATE-----"), 1)

    def test_file_is_removed_when_the_run_is_stopped(self):
        with Mock("--tls", environment={"TMPDIR": self.folder}, command=["sh", "-c", "echo ready; exec sleep 60"]) as mock:
            self.assertEqual(mock.process.stdout.readline(), "ready\n")
            self.assertEqual(len(os.listdir(self.folder)), 1)
            mock.stop()
        self.assertEqual(os.listdir(self.folder), [])

    def test_export_lines_name_the_file(self):
        with self.mock() as mock:
            _, out, log = mock.stop()
        for variable in VARIABLES:
            self.assertIn(f"export {variable}={os.path.realpath(self.authority)}\n", out)
        with Mock("--tls") as mock:
            _, out, log = mock.stop()
        self.assertNotIn("AWS_CA_BUNDLE", out)
        self.assertIn("--tls-ca FILE writes it", log)


class Failures(TLSTest):
    def log(self, *attempts, **more):
        with Mock("--tls", **more) as mock:
            for attempt in attempts:
                attempt(mock)
            return mock.stop()[2]

    def fails(self, name="localhost", **settings):
        def attempt(mock):
            with self.assertRaises((ssl.SSLError, OSError)):
                context = ssl.create_default_context()
                for setting, value in settings.items():
                    setattr(context, setting, value)
                with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                    context.wrap_socket(link, server_hostname=name)

        return attempt

    def test_authority_that_is_not_trusted(self):
        log = self.log(self.fails())
        self.assertIn("does not trust the authority of the server's certificate (alert unknown_ca)", log)
        self.assertIn("AWS_CA_BUNDLE", log)
        self.assertIn("1 handshake of TLS failed", log)
        self.assertIn("0 requests", log)

    def test_name_that_the_certificate_lacks(self):
        with self.mock() as mock:
            with self.assertRaises(ssl.SSLCertVerificationError):
                self.handshake(mock, "gateway.example")
            log = mock.stop()[2]
        self.assertIn("It called gateway.example, which the certificate is not for. Start the server with --tls-name", log)

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_client_that_looks_at_the_name_after_the_handshake(self):
        with self.mock() as mock:
            run = subprocess.run(
                ["curl", "-sS", "--cacert", self.authority, "--resolve", f"gateway.example:{mock.port}:127.0.0.1",
                 f"https://gateway.example:{mock.port}/"], capture_output=True, timeout=30)  # fmt: skip
            self.assertEqual(run.returncode, 60)
            self.assertIn("The client left after the handshake, without a request", mock.stop()[2])

    @unittest.skipUnless(have_node, "Node is not installed")
    def test_client_that_says_nothing(self):
        with Mock("--tls") as mock:
            run = subprocess.run(
                ["node", "-e", NODE_HTTP1], capture_output=True, text=True, timeout=30,
                env=surroundings(AWS_ENDPOINT_URL_BEDROCK=mock.url))  # fmt: skip
            self.assertEqual(run.stdout, "UNABLE_TO_VERIFY_LEAF_SIGNATURE\n")
            self.assertRegex(mock.stop()[2], "sent no alert that says why|alert unknown_ca")

    @unittest.skipUnless(have_openssl, "openssl is not installed")
    def test_old_version(self):
        with Mock("--tls") as mock:
            subprocess.run(
                ["openssl", "s_client", "-connect", f"127.0.0.1:{mock.port}", "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"],
                stdin=subprocess.DEVNULL, capture_output=True, timeout=30)  # fmt: skip
            self.assertIn("no version of TLS in common", mock.stop()[2])

    def test_plain_http_is_told_so(self):
        with Mock("--tls") as mock:
            for first in (b"GET /model HTTP/1.1\r\nHost: x\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
                with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                    link.sendall(first)
                    answer = link.makefile("rb").read().decode()
                self.assertTrue(answer.startswith("HTTP/1.1 400 Bad Request\r\n"), answer)
                self.assertIn("use https://, not http://", answer)
            log = mock.stop()[2]
        self.assertIn("GET /model -> 400 malformed", log)

    def test_tls_to_the_plain_port_is_told_so(self):
        with Mock() as mock:
            with self.assertRaisesRegex(ssl.SSLError, "WRONG_VERSION_NUMBER|wrong version number"):
                self.handshake(mock, authority=ssl.get_default_verify_paths().cafile)
            log = mock.stop()[2]
        self.assertIn("began a TLS handshake, but this server speaks plain HTTP", log)

    def test_both_mistakes_have_a_finding_of_their_own(self):
        call = ("import os, ssl, urllib.request\n"
                "url = os.environ['AWS_ENDPOINT_URL_BEDROCK']\n"
                "url = url.replace('https:', 'http:') if url.startswith('https') else url.replace('http:', 'https:')\n"
                "try:\n    urllib.request.urlopen(url, timeout=20, context=ssl._create_unverified_context())\n"
                "except OSError as error:\n    print(error)\n")  # fmt: skip
        for options, code in (((), "mock-tls-to-plain-port"), (("--tls",), "mock-plain-to-tls-port")):
            run = serve(*options, "--explain", "--format", "json", command=[sys.executable, "-c", call])
            finding, = json.loads(run.stdout)["findings"]
            self.assertEqual((finding["code"], finding["confidence"], finding["where"]), (code, "certain", "client"))
            for word in ("AWS Support", "AWS_CA_BUNDLE", "request id"):
                self.assertNotIn(word, json.dumps(finding))

    def test_what_is_neither(self):
        with Mock("--tls") as mock:
            for first in (b"\x16\x03\x01\x00\x05hello", b"\x00\x01\x02", b"\x80\x2e\x01\x00\x02" + b"x" * 44):
                with socket.create_connection(("127.0.0.1", mock.port), timeout=20) as link:
                    link.sendall(first)
                    link.shutdown(socket.SHUT_WR)
                    link.makefile("rb").read()
            # Nothing was sent, so there is nothing to explain.
            socket.create_connection(("127.0.0.1", mock.port), timeout=20).close()
            self.assertEqual(mock.process.poll(), None)
            self.assertIn("3 handshakes of TLS failed", mock.stop()[2])

    def test_strict_fails_and_explain_reports(self):
        call = [sys.executable, "-c", "import os, ssl, socket\n"
                "port = int(os.environ['AWS_ENDPOINT_URL_BEDROCK'].rsplit(':', 1)[1])\n"
                "try:\n    ssl.create_default_context(cafile=ssl.get_default_verify_paths().openssl_cafile).wrap_socket(\n"
                "        socket.create_connection(('127.0.0.1', port)), server_hostname='localhost')\n"
                "except (ssl.SSLError, OSError) as error:\n    print(error)\n"]  # fmt: skip
        strip = ["env", *[part for name in VARIABLES for part in ("-u", name)]]
        run = serve("--tls", "--strict", command=[*strip, *call])
        self.assertEqual(run.returncode, 1, run.stderr)
        self.assertIn("no call reached the server, because TLS failed", run.stderr)
        run = serve("--tls", "--explain", "--format", "json", command=[*strip, *call])
        report = json.loads(run.stdout)
        self.assertEqual(run.returncode, 1)
        finding, = report["findings"]
        self.assertEqual((finding["code"], finding["status"]), ("network-certificate-untrusted", "fail"))
        self.assertIn("The client does not trust the server's certificate", run.stderr)


class ClientCore(TLSTest):
    """Our own client against the mock: which version of HTTP it speaks, and that it says so."""

    def check(self, mock, *options, **variables):
        run = subprocess.run(
            [DOCTOR, "check", "--endpoint-url", mock.url, "--format", "json", *options], capture_output=True, text=True,
            timeout=60, env=surroundings(
                AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY, AWS_CA_BUNDLE=self.authority,
                **variables))  # fmt: skip
        report = json.loads(run.stdout)
        network = [finding["evidence"] for finding in report["findings"] if finding["check"] == "network"]
        versions = [evidence["httpVersion"] for evidence in network if "httpVersion" in evidence]
        versions += [cell["httpVersion"] for cell in report["models"]]
        return run.returncode, versions

    def test_version_that_is_spoken(self):
        both = {"HTTP/1.1": (0, ["HTTP/1.1"] * 2), "HTTP/2": (0, ["HTTP/2"] * 2)}
        with self.mock() as mock:
            for options, spoken in (([], "HTTP/2"), (["--http-version", "1.1"], "HTTP/1.1"), (["--http-version", "2"], "HTTP/2")):
                with self.subTest(options):
                    self.assertEqual(self.check(mock, *options), both[spoken])
        with Mock() as mock:
            # There is no authority to name.
            self.authority = ""
            for options, spoken in (([], "HTTP/1.1"), (["--http-version", "1.1"], "HTTP/1.1"), (["--http-version", "2"], "HTTP/2")):
                with self.subTest(options, plain=True):
                    self.assertEqual(self.check(mock, *options), both[spoken])

    def test_untrusted_authority_is_named_on_both_sides(self):
        with self.mock() as mock:
            run = subprocess.run(
                [DOCTOR, "check", "--endpoint-url", mock.url, "--format", "json"], capture_output=True, text=True, timeout=60,
                env=surroundings(AWS_ACCESS_KEY_ID=ACCESS_KEY, AWS_SECRET_ACCESS_KEY=SECRET_KEY))  # fmt: skip
            self.assertIn("network-certificate-untrusted", run.stdout)
            self.assertIn("does not trust the authority", mock.stop()[2])

    def test_replay_and_models_over_http2(self):
        for words in (["replay"], ["models", "--mock"]):
            runs = [
                subprocess.run(
                    [DOCTOR, *words, "--format", "json", "--http-version", version], capture_output=True, text=True,
                    timeout=120, env=surroundings())
                for version in ("1.1", "2")
            ]  # fmt: skip
            first, second = (json.loads(run.stdout) for run in runs)
            self.assertEqual(first["summary"], second["summary"])
            self.assertEqual({cell["httpVersion"] for cell in second["models"]}, {"HTTP/2"} if second["models"] else set())


@unittest.skipUnless(have_openssl, "openssl is not installed")
class OwnCertificate(TLSTest):
    def setUp(self):
        super().setUp()
        self.certificate, self.key = self.path("server.pem"), self.path("server.key")
        self.openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", self.key, "-out", self.certificate, "-days", "30",
            "-subj", "/CN=gateway.example", "-addext", "subjectAltName=DNS:gateway.example")  # fmt: skip

    def test_is_shown(self):
        with Mock("--tls", "--tls-certificate", self.certificate, "--tls-key", self.key) as mock:
            self.assertEqual(self.handshake(mock, "gateway.example", authority=self.certificate)[0], "TLSv1.3")

    def test_what_clients_do_not_trust_has_advice_that_can_be_followed(self):
        with Mock("--tls", "--tls-certificate", self.certificate, "--tls-key", self.key) as mock:
            with self.assertRaises(ssl.SSLError):
                with socket.create_connection(("127.0.0.1", mock.port)) as raw:
                    ssl.create_default_context().wrap_socket(raw, server_hostname="gateway.example")
            _, _, log = mock.stop()
        self.assertIn("certificate of --tls-certificate itself", log)
        self.assertNotIn("--tls-ca", log)

    def test_a_certificate_that_is_over_is_told_at_the_start(self):
        over = self.path("over.pem")
        self.openssl("x509", "-in", self.certificate, "-signkey", self.key, "-days", "-1", "-out", over)
        run = serve("--tls", "--tls-certificate", over, "--tls-key", self.key, command=["true"])
        self.assertIn("the certificate has expired", run.stderr)

    def test_what_cannot_be_used(self):
        locked, other = self.path("locked.key"), self.path("other.key")
        self.openssl("rsa", "-in", self.key, "-aes128", "-passout", "pass:secret", "-out", locked)
        self.openssl("genrsa", "-out", other, "2048")
        self.openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", self.path("curve.key"))
        small, small_key = self.path("small.pem"), self.path("small.key")
        self.openssl("req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", small_key, "-out", small, "-days", "30",
                     "-subj", "/CN=gateway.example")
        with open(small) as first, open(self.certificate) as second:
            self.write("turned.pem", first.read() + second.read())
        for certificate, key, status, words in (
            (self.certificate, locked, 65, "is encrypted"),
            (self.certificate, other, 65, "the key is not the certificate's"),
            (self.certificate, self.path("curve.key"), 65, "the key is not the certificate's"),
            (self.path("turned.pem"), self.key, 65, "the key belongs to certificate 2 of 2"),
            (small, small_key, 65, "has a key that is too short"),
            (self.certificate, self.certificate, 65, "holds no private key"),
            (self.key, self.key, 65, "holds no certificate"),
            (self.certificate, self.path("none"), 65, "no such file"),
            (os.devnull, self.key, 65, "holds no certificate"),
        ):
            with self.subTest(words, key=os.path.basename(key)):
                run = serve("--tls", "--tls-certificate", certificate, "--tls-key", key)
                self.assertEqual(run.returncode, status, run.stderr)
                self.assertIn(words, run.stderr)

    def test_wrong_usage(self):
        for options in (
            ["--tls-name", "a.example"], ["--tls-ca", self.authority], ["--tls", "--tls-key", self.key],
            ["--tls", "--tls-name", "not a name"], ["--tls", "--tls-name", "1.2.3.4.5"], ["--tls", "--tls-name", "*.com"],
            ["--tls", "--tls-name", "x", "--tls-certificate", self.certificate, "--tls-key", self.key],
        ):
            with self.subTest(options):
                self.assertEqual(serve(*options).returncode, 64)
        self.assertEqual(serve("--tls", "--tls-ca", self.path("no/such/place")).returncode, 65)


class Capture(TLSTest):
    def test_client_calls_the_capture_over_https(self):
        pair = {"AWS_ACCESS_KEY_ID": TEMPORARY, "AWS_SECRET_ACCESS_KEY": SECRET_KEY, "AWS_SESSION_TOKEN": TOKEN}
        into = self.path("capture.json")
        with Mock("--tls", "--tls-ca", self.authority, access_key=None, environment=pair) as upstream:
            run = subprocess.run(
                [DOCTOR, "record", "--upstream", upstream.url, "--listen", "0", "--into", into, "--tls", "--",
                 sys.executable, "-c", CALL], capture_output=True, text=True, timeout=60,
                env=surroundings(AWS_CA_BUNDLE=self.authority, **pair))  # fmt: skip
        self.assertEqual(run.returncode, 0, run.stderr)
        first, second = run.stdout.splitlines()
        self.assertRegex(first, r"listening on https://127\.0\.0\.1:\d+")
        self.assertEqual(second, "end_turn")
        with open(into) as file:
            self.assertEqual(len(json.load(file)["exchanges"]), 1)


if __name__ == "__main__":
    unittest.main()
