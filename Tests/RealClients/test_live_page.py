"""The live page of `doctor serve --page` in headless Chromium, with botocore and curl as the clients that it shows."""

import datetime
import http.client
import json
import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest
import urllib.parse
from unittest import mock as patches

import botocore.auth

from chromium import CHROMIUM, Browser
from clients import MODEL, Refusal, bedrock, converse, curl, have_curl, refusal
from mock import ACCESS_KEY, DOCTOR, SECRET_KEY, Mock
from wire import BODY, PATH, signed_headers

#: What would be markup, an attribute, a script or another direction of writing, if it were not text.
HOSTILE = "<img src=x onerror=\"document.title='owned'\">'\"&lt;</script><script>document.title='owned'</script>\u202e"

#: Where pictures of the page go, for who wants to look at it.
PICTURES = os.environ.get("DOCTOR_PAGE_PICTURES")


def page_of(server):
    """The address of the live page, which the log has."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        found = re.search(r"live page (http://127\.0\.0\.1:\d+/[0-9a-f]{32}/)", "".join(server._log))
        if found:
            return found.group(1)
        time.sleep(0.02)
    raise AssertionError("no address of a page in " + "".join(server._log))


class Client:
    """A client with a name of its own, which stands in its path."""

    def __init__(self, server, name):
        self.url = f"{server.url}/client/{name}"


# The page asks the admin endpoint; its answers have a schema as soon as there are any.
tells = subprocess.run([DOCTOR, "schema", "admin"], capture_output=True).returncode == 0


@unittest.skipUnless(CHROMIUM, "Chromium is not installed: nothing looks at the live page")
@unittest.skipUnless(tells, "the admin endpoint of this doctor tells nothing that the live page could show")
class LivePage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        # No wrong secret is searched for at length: no cause that is looked for here needs it.
        self.server = self.enterContext(Mock("--page", "--search-budget", "20000"))
        self.address = page_of(self.server)
        self.browser.view(1400, 850)
        self.open()

    def open(self, place=""):
        self.browser.open(self.address + place)
        self.browser.until("document.querySelector('#link').className === 'state live'")

    def tearDown(self):
        self.assertEqual(self.browser.complaints(), [])
        for address in self.browser.requested():
            self.assertTrue(address == "about:blank" or address.startswith(self.address), address)

    def picture(self, name):
        if PICTURES:
            self.browser.picture(pathlib.Path(PICTURES) / f"{name}.png")

    def until(self, condition):
        self.browser.until(condition)

    def rows(self, count):
        """The rows of the list, once there are so many, the newest first."""
        self.until(f"document.querySelectorAll('#list .row').length === {count}")
        return self.browser.run(
            "[...document.querySelectorAll('#list .row')].sort((a, b) => b.dataset.sequence - a.dataset.sequence)"
            ".map(row => row.innerText)")

    def choose(self, row):
        """Clicks the row of a request, counted from the newest, and waits until it is shown."""
        sequence = self.browser.run(
            "[...document.querySelectorAll('#list .row')].map(row => Number(row.dataset.sequence)).sort((a, b) => b - a)"
            f"[{row}]")
        self.browser.click(f"#row-{sequence}")
        self.until(f"document.querySelector('#request .head')?.innerText.includes('request {sequence}')")

    def wrong_path(self):
        """A request that is signed over the path as it is sent, as a signer for another service would."""
        with patches.patch.object(botocore.auth.SigV4Auth, "_normalize_url_path", lambda self, path: path):
            return self.send(signed_headers(self.server))

    def send(self, headers, path=PATH, body=BODY, method="POST"):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        connection.request(method, path, body, headers)
        status = connection.getresponse().status
        connection.close()
        return status

    # What comes

    def test_requests_come_with_verdict_and_cause(self):
        self.until("document.querySelector('#verdict').innerText.includes('No request yet')")
        self.assertIn(self.server.url, self.browser.text("#verdict"))
        converse(bedrock(self.server))
        refusal(bedrock(self.server, secret="wrong" * 8))
        # A client's clock that is half an hour slow.
        slow = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=30)
        with patches.patch.object(botocore.auth, "get_current_datetime", lambda: slow):
            refusal(bedrock(self.server))
        self.assertEqual(self.wrong_path(), 403)
        rows = self.rows(4)
        self.assertIn("accepted", rows[3])
        self.assertIn(f"Converse {MODEL}", rows[3])
        for row in rows[:3]:
            self.assertIn("refused", row)
            self.assertIn("403", row)
        self.until("document.querySelector('#verdict').innerText.includes('3 of 4 requests were refused.')")
        causes = self.browser.texts("#verdict .causes code")
        self.assertIn("path-double", causes)
        self.assertEqual(len(causes), 3)
        self.assertEqual(self.browser.texts(".chip")[0], "3 refused")
        self.picture("requests")
        # A cause leads to its request.
        self.browser.run(
            "[...document.querySelectorAll('#verdict .causes button')]"
            ".find(cause => cause.innerText.includes('path-double')).click()")
        self.until("document.querySelector('#request .head')?.innerText.includes('request 4')")

    def test_the_bytes_that_differ_are_marked_on_both_sides(self):
        self.wrong_path()
        self.rows(1)
        self.choose(0)
        self.until("document.querySelectorAll('#request figure').length === 4")
        parts = "[...e.querySelectorAll('%s')].map(part => part.textContent)"
        ours, theirs, *_ = self.browser.each("#request figure", parts % "mark")
        self.assertEqual((ours, theirs), ([""], ["25"]))
        client, service, *_ = self.browser.each("#request figure", parts % ".line")
        self.assertEqual(len(client), len(service))
        self.assertIn(PATH, client)
        self.assertIn(PATH.replace("%3A", "%253A"), service)
        # Beside each other, line against line.
        tops = self.browser.each("#request figure pre", "e.getBoundingClientRect().top")
        self.assertEqual(tops[0], tops[1])
        self.picture("request")
        self.browser.view(1400, 850, "dark")
        self.picture("request-dark")

    def test_a_cause_and_its_remedy_can_be_copied(self):
        self.browser.call(
            "Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"],
            origin=self.address.rsplit("/", 2)[0])  # fmt: skip
        self.wrong_path()
        self.rows(1)
        self.choose(0)
        self.assertIn("path-double, proven", self.browser.text("#request"))
        shown = self.browser.run("document.querySelector('#request .command code').textContent")
        self.assertIn("doctor sign", shown)
        self.browser.click("#request .command .copy")
        self.until("document.querySelector('#status').textContent === 'Copied'")
        self.assertEqual(self.browser.run("navigator.clipboard.readText()"), shown)
        self.browser.click("#request figure .copy")
        self.until("document.querySelector('#request figure .copy').textContent === 'Copied'")
        copied = self.browser.run("navigator.clipboard.readText()")
        self.assertEqual(copied.split("\n")[:2], ["POST", PATH])

    @unittest.skipUnless(have_curl, "curl is not installed")
    def test_a_request_says_whose_it_is_and_which_id_its_answer_had(self):
        answer = converse(bedrock(self.server))
        refusal(bedrock(self.server, secret="wrong" * 8))
        Refusal(lambda: bedrock(self.server).apply_guardrail(
            guardrailIdentifier="g", guardrailVersion="1", source="INPUT", content=[{"text": {"text": "x"}}]))
        unplayed, refused, accepted = self.rows(3)
        self.assertIn("unplayed", unplayed)
        self.assertIn("refused", refused)
        self.choose(2)
        shown = self.browser.text("#request")
        self.assertIn(answer["ResponseMetadata"]["RequestId"], shown)
        self.assertIn("123456789012", shown)
        self.assertIn("arn:aws:iam::123456789012:", shown)
        self.assertIn(ACCESS_KEY[-4:], shown)
        self.assertNotIn(ACCESS_KEY, self.browser.text("#request dl"))
        # The id that a client's log names leads to its request.
        self.browser.run(f"document.querySelector('#filter').value = '{answer['ResponseMetadata']['RequestId']}'")
        self.browser.run("document.querySelector('#filter').dispatchEvent(new Event('input'))")
        self.rows(1)

    def test_curl_and_a_filter(self):
        curl(self.server, "/foundation-models", ACCESS_KEY, SECRET_KEY)
        curl(self.server, PATH, ACCESS_KEY, SECRET_KEY, "-H", "Content-Type: application/json", "--data-binary", BODY)
        self.rows(2)
        self.browser.click('.chip[value="refused"]')
        self.assertIn("path-double", self.browser.run("fetch('verdict').then(answer => answer.text())"))
        self.assertIn("refused", *self.rows(1))
        self.browser.click('.chip[value="refused"]')
        self.rows(2)
        self.browser.press("/")
        self.browser.write("foundation")
        self.assertIn("accepted", *self.rows(1))
        self.browser.press("Escape")
        self.rows(2)

    def test_clients_are_kept_apart(self):
        converse(bedrock(Client(self.server, "suite-a")))
        refusal(bedrock(Client(self.server, "suite-b"), secret="wrong" * 8))
        self.rows(2)
        self.until("[...document.querySelector('#client').options].some(option => option.value === '=suite-b')")
        self.browser.run(
            "(s => { s.value = '=suite-b'; s.dispatchEvent(new Event('change')); })(document.querySelector('#client'))")
        self.assertIn("suite-b", *self.rows(1))
        self.until("document.querySelector('#verdict').innerText.includes('The request was refused.')")
        self.assertEqual(self.browser.texts('.chip[value="accepted"]'), ["0 accepted"])

    # Faults

    def test_a_fault_strikes_until_it_is_switched_off(self):
        self.browser.click("#tab-faults")
        self.until("document.querySelector('#kind').options.length > 10")
        self.browser.run(
            "(k => { k.value = 'throttle'; k.dispatchEvent(new Event('change')); })(document.querySelector('#kind'))")
        self.assertIn("429", self.browser.text("#kind-words"))
        self.browser.run("document.querySelector('#rule').select()")
        self.browser.write("throttle:times=3")
        self.browser.press("Enter")
        self.until("document.querySelector('.switch')?.innerText.includes('3 left')")
        self.assertEqual(refusal(bedrock(self.server)).code, "ThrottlingException")
        self.until("document.querySelector('.switch').innerText.includes('2 left')")
        self.picture("faults")
        self.browser.click(".switch button")
        self.until("!document.querySelector('.switch')")
        converse(bedrock(self.server))
        self.browser.click("#tab-requests")
        rows = self.rows(2)
        self.assertIn("fault", rows[1])
        self.assertIn("429", rows[1])

    def test_a_fault_for_one_client_only(self):
        self.browser.click("#tab-faults")
        self.until("document.querySelector('#kind').options.length > 10")
        self.browser.run(
            "(w => { w.value = 'other'; w.dispatchEvent(new Event('change')); })(document.querySelector('#fault-client'))")
        self.browser.write("suite-a")
        self.browser.run("document.querySelector('#rule').value = 'throttle'")
        self.browser.click("#fault button")
        self.until("document.querySelector('.switch')?.innerText.includes('client suite-a')")
        converse(bedrock(self.server))
        self.assertEqual(refusal(bedrock(Client(self.server, "suite-a"))).code, "ThrottlingException")

    def test_a_rule_that_cannot_be_read(self):
        self.browser.click("#tab-faults")
        self.until("document.querySelector('#kind').options.length > 10")
        self.browser.run("document.querySelector('#rule').select()")
        self.browser.write("trottle")
        self.browser.press("Enter")
        self.until("!document.querySelector('#rule-wrong').hidden")
        self.assertIn("throttle", self.browser.text("#rule-wrong"))
        self.assertEqual(self.browser.run("document.activeElement.id"), "rule")

    # Explaining

    def test_a_pasted_error_is_explained(self):
        self.browser.click("#tab-explain")
        self.browser.click("#text")
        self.browser.write(
            "An error occurred (AccessDeniedException) when calling the Converse operation: User: "
            "arn:aws:iam::123456789012:user/ann is not authorized to perform: bedrock:InvokeModel on resource: "
            f"arn:aws:bedrock:us-east-1::foundation-model/{MODEL} because no identity-based policy allows the "
            "bedrock:InvokeModel action")
        self.browser.press("Enter", control=True)
        self.until("document.querySelector('#explained article')")
        found = self.browser.text("#explained")
        self.assertIn("iam-denied, certain", found)
        self.assertIn("aws iam simulate-principal-policy", found)
        self.picture("explained")

    def test_a_dropped_file_is_explained(self):
        log = refusal(bedrock(self.server, secret="wrong" * 8)).message
        self.browser.click("#tab-explain")
        self.browser.run(
            "(() => { const files = new DataTransfer();"
            f" files.items.add(new File([{json.dumps(log)}], 'error.log'));"
            " document.querySelector('#explain').dispatchEvent(new DragEvent('drop', {dataTransfer: files, cancelable: true}));"
            " })()")
        self.until("document.querySelector('#explained article')")
        self.assertIn("signature-mismatch", self.browser.text("#explained"))

    def test_a_chosen_file_longer_than_the_server_takes_is_explained_from_its_end(self):
        with tempfile.NamedTemporaryFile("w", suffix=".log") as log:
            log.write("worker 3: answered in 12 ms\n" * 60_000)
            log.write("An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): "
                      "Too many tokens, please wait before trying again.\n")  # fmt: skip
            log.flush()
            root = self.browser.call("DOM.getDocument")["root"]["nodeId"]
            node = self.browser.call("DOM.querySelector", nodeId=root, selector="#file")["nodeId"]
            self.browser.call("DOM.setFileInputFiles", files=[log.name], nodeId=node)
            self.browser.click("#tab-explain")
            self.until("document.querySelector('#explained article')")
        self.assertIn("its last megabyte was read", self.browser.text("#explained"))
        self.assertIn("throttled", self.browser.text("#explained"))

    # Text that would be more

    def test_foreign_text_stays_text(self):
        quoted = urllib.parse.quote(HOSTILE, safe="<>='\"&/;(). ").replace(" ", "%20")
        self.send({"Host": HOSTILE.replace("\u202e", ""), "X-Hostile": HOSTILE.encode().decode("latin-1"),
                   "Authorization": "AWS4-HMAC-SHA256 " + HOSTILE.replace("\u202e", "")}, f"/model/{quoted}/converse")  # fmt: skip
        refusal(bedrock(self.server, secret="wrong" * 8), model="x" * 100 + HOSTILE)
        self.send(signed_headers(self.server, f"/model/{quoted}/converse"), f"/model/{quoted}/converse")
        count = self.browser.run("fetch('journal').then(answer => answer.json()).then(found => found.entries.length)")
        self.assertGreaterEqual(count, 2)
        self.rows(count)
        for row in range(count):
            self.choose(row)
            self.browser.run("document.querySelectorAll('details').forEach(part => { part.open = true; })")
            self.assertIn("img", self.browser.text("#request"))
        self.browser.click("#tab-explain")
        self.browser.run(f"document.querySelector('#text').value = {json.dumps(json.dumps({'message': HOSTILE}))}")
        self.browser.click("#paste button")
        self.until("document.querySelector('#explained h2')")
        self.browser.click("#tab-faults")
        self.until("document.querySelector('#kind').options.length > 10")
        self.browser.run(f"document.querySelector('#rule').value = {json.dumps(HOSTILE)}")
        self.browser.click("#fault button")
        self.until("!document.querySelector('#rule-wrong').hidden")
        self.assertEqual(self.browser.run("document.querySelectorAll('img, iframe, object, svg').length"), 0)
        self.assertEqual(self.browser.run("document.scripts.length"), 1)
        self.assertNotIn("owned", self.browser.run("document.title"))
        self.assertNotIn("\u202e", self.browser.run("document.body.innerText"))

    def test_what_an_eye_passes_over_is_shown(self):
        signed = signed_headers(self.server, headers={"X-Amz-Odd": "a\tb  c"})
        self.send(signed | {"X-Amz-Odd": "a\tb  c \u00e9".encode().decode("latin-1")})
        self.rows(1)
        self.choose(0)
        self.until("document.querySelector('#request figure .odd')")
        odd = self.browser.texts("#request figure .odd")
        self.assertTrue(any("TAB" in text for text in odd) or any("C3" in text for text in odd), odd)

    # Using it

    def test_keys_alone_lead_everywhere(self):
        for _ in range(3):
            refusal(bedrock(self.server, secret="wrong" * 8))
        self.rows(3)
        self.until("document.querySelector('#verdict .causes button')")
        seen = []
        for _ in range(20):
            self.browser.press("Tab")
            name, outline = self.browser.run(
                "(e => [e.id || e.className || e.tagName, getComputedStyle(e).outlineStyle])(document.activeElement)")
            seen.append(name)
            if name != "BODY":
                self.assertNotEqual(outline, "none", name)
        order = [name for name in seen if name in ("tab-requests", "chip fail", "filter", "list")]
        self.assertEqual(order[:4], ["tab-requests", "chip fail", "filter", "list"])
        self.browser.run("document.querySelector('#list').focus()")
        self.browser.press("ArrowDown")
        self.assertEqual(self.browser.each("#list", "e.getAttribute('aria-activedescendant')"), ["row-2"])
        self.browser.press("Enter")
        self.until("document.activeElement.tagName === 'H2' && location.hash === '#request-2'")
        self.browser.press("Escape")
        self.assertEqual(self.browser.run("document.activeElement.id"), "list")
        self.browser.press("Escape")
        self.assertEqual(self.browser.run("location.hash"), "#requests")
        self.assertEqual(self.browser.each("#request", "e.hidden"), [True])
        self.browser.run("document.querySelector('#tab-requests').focus()")
        self.browser.press("ArrowRight")
        self.assertEqual(self.browser.run("[document.activeElement.id, location.hash]"), ["tab-faults", "#faults"])

    def test_a_phone_in_both_schemes(self):
        self.wrong_path()
        self.rows(1)
        for scheme, ground in (("light", "rgb(255, 255, 255)"), ("dark", "rgb(20, 24, 28)")):
            self.browser.view(390, 844, scheme, mobile=True)
            for place in ("#requests", "#request-1", "#faults", "#explain"):
                self.open(place)
                if place == "#request-1":
                    self.until("document.querySelectorAll('#request figure').length === 4")
                    tops = self.browser.each("#request figure pre", "e.getBoundingClientRect().top")
                    self.assertLess(tops[0], tops[1], "stacked")
                self.assertLessEqual(self.browser.run("document.documentElement.scrollWidth"), 390, place)
                self.assertEqual(self.browser.run("getComputedStyle(document.body).backgroundColor"), ground)
                self.picture(f"phone-{scheme}-{place[1:]}")
        # A chosen request takes the place of the list, and there is a way back.
        self.open("#request-1")
        self.until("document.querySelector('.back')")
        self.assertEqual(self.browser.run("document.querySelector('.list-pane').offsetParent"), None)
        self.browser.click(".back")
        self.until("document.querySelector('.list-pane').offsetParent")

    def test_thousands_of_requests_are_a_few_rows(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        for _ in range(3000):
            connection.request("GET", "/foundation-models")
            connection.getresponse().read()
        connection.close()
        self.until("document.querySelector('.chip').textContent === '3000 refused'")
        self.assertLess(self.browser.run("document.querySelectorAll('*').length"), 800)
        self.browser.run("document.querySelector('#list').focus()")
        self.browser.press("End")
        self.until("document.querySelector('#row-1')")
        # Who looks at old ones keeps them in sight when new ones come.
        top = "document.querySelector('#row-1').getBoundingClientRect().top"
        before = self.browser.run(top)
        self.wrong_path()
        self.until("document.querySelector('.chip').textContent === '3001 refused'")
        self.assertEqual(self.browser.run(top), before)

    def test_a_server_that_is_gone_is_told(self):
        converse(bedrock(self.server))
        self.rows(1)
        self.server.stop()
        self.until("document.querySelector('#link').textContent.includes('has not answered since')")
        self.assertEqual(len(self.rows(1)), 1)
        self.picture("gone")

    def test_nobody_looking_means_no_asking(self):
        self.browser.run(
            "Object.defineProperty(document, 'hidden', {configurable: true, get: () => window.away});"
            " window.away = true; document.dispatchEvent(new Event('visibilitychange'))")
        self.until("document.querySelector('#link').textContent === 'paused'")
        converse(bedrock(self.server))
        self.browser.run("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")
        self.rows(1)

    def test_what_came_before_the_page_is_there_too(self):
        converse(bedrock(self.server))
        self.open()
        self.rows(1)
        self.browser.click("#clear")
        self.until("document.querySelector('#clearing').open")
        self.browser.click("#clear-now")
        self.until("document.querySelectorAll('#list .row').length === 0")
        self.until("document.querySelector('#verdict').innerText.includes('No request yet')")


if __name__ == "__main__":
    unittest.main()
