import JSONText
import SigV4
import Testing
import WireText

@testable import MockBedrock
@testable import doctor

/// The journal of `doctor serve`: what it keeps, what it counts, and who waits for it.
struct JournalTests {
    static func observation(
        _ client: String = "", _ verdict: MockLogEntry.Verdict = .simulated, status: Int = 200, body: Int = 0,
        headers: [HeaderField] = [], change: (inout MockLogEntry) -> Void = { _ in }
    ) -> MockObservation {
        var entry = MockLogEntry(
            number: 1, method: "POST", target: "/model/m/converse", verdict: verdict, status: status, findings: [],
            advice: [], requestBodyBytes: body, latency: .microseconds(1_500))
        entry.client = ClientName(client) ?? .unnamed
        change(&entry)
        return MockObservation(
            entry: entry,
            request: SignableRequest(
                method: "POST", target: "/model/m/converse", headers: headers,
                payload: .bytes([UInt8](repeating: 0x61, count: body))),
            causes: [], advice: [], signedTexts: nil, expectedTexts: nil, responseHeaders: [], responseBody: [])
    }

    private func sequences(_ page: Journal.Page) -> [Int] { page.entries.map(\.sequence) }

    @Test func `a part begins behind a place and ends at a limit`() {
        let journal = Journal()
        for number in 0..<5 { journal.take(Self.observation(number % 2 == 0 ? "a" : "b"), at: 0) }
        let first = journal.page(after: 0, client: nil, limit: 2)
        #expect(sequences(first) == [1, 2] && first.next == 2 && first.dropped == 0)
        #expect(sequences(journal.page(after: first.next, client: nil, limit: 10)) == [3, 4, 5])
        let own = journal.page(after: 0, client: ClientName("b"), limit: 10)
        // Nothing of this client is missed by asking behind the last one of all.
        #expect(sequences(own) == [2, 4] && own.next == 5)
        #expect(journal.page(after: 5, client: nil, limit: 10).entries.isEmpty)
        #expect(journal.page(after: 99, client: nil, limit: 10).entries.isEmpty)
        #expect(journal.clients.map(\.text) == ["", "a", "b"])
    }

    @Test func `an entry tells whose credentials signed, and the id of the answer`() {
        let journal = Journal()
        let bare = journal.take(Self.observation(), at: 0).json
        for name in ["account", "principal", "accessKeyId", "requestId"] { #expect(bare[name]?.isNull == true) }
        let observation = Self.observation {
            $0.account = "111122223333"
            $0.principal = "arn:aws:sts::111122223333:assumed-role/R/me"
            $0.accessKeyID = "\u{2026}WXYZ"
            $0.requestID = "1-2"
        }
        let entry = journal.take(observation, at: 0).json
        #expect(entry["account"]?.stringValue == "111122223333")
        #expect(entry["principal"]?.stringValue == "arn:aws:sts::111122223333:assumed-role/R/me")
        #expect(entry["accessKeyId"]?.stringValue == "\u{2026}WXYZ" && entry["requestId"]?.stringValue == "1-2")
    }

    @Test func `what is too much is dropped, the oldest first, and still counted`() {
        let journal = Journal(Journal.Limits(entries: 3))
        for _ in 0..<10 { journal.take(Self.observation(), at: 0) }
        let page = journal.page(after: 2, client: nil, limit: 10)
        #expect(sequences(page) == [8, 9, 10] && page.dropped == 5)
        #expect(journal[7] == nil && journal[8]?.sequence == 8 && journal[11] == nil)
        #expect(journal.counts(nil).requests == 10)
    }

    @Test func `bytes are bounded too, and large bodies are not kept`() {
        let journal = Journal(Journal.Limits(bytes: 20_000))
        for _ in 0..<50 { journal.take(Self.observation(body: 4_000), at: 0) }
        let kept = journal.page(after: 0, client: nil, limit: 100).entries
        #expect((1...5).contains(kept.count))
        journal.take(Self.observation(body: 100_000), at: 0)
        #expect(journal[51]?.weight ?? .max < 20_000)
        #expect(journal[51]?.bodyBytes == 100_000)
        #expect(journal[51]?.observation.request?.payload == .unsigned)
    }

    @Test func `what is dropped leaves the rest in its place however many there are`() {
        let journal = Journal(Journal.Limits(entries: 700))
        for _ in 0..<5_000 { journal.take(Self.observation(), at: 0) }
        #expect(journal[4_301]?.sequence == 4_301 && journal[4_300] == nil)
        #expect(journal.page(after: 4_990, client: nil, limit: 100).entries.map(\.sequence) == Array(4_991...5_000))
    }

    @Test func `each client has counts and refusals of its own`() {
        let journal = Journal(Journal.Limits(refusals: 2))
        for _ in 0..<3 { journal.take(Self.observation("a", .refused, status: 403), at: 0) }
        journal.take(Self.observation("b"), at: 0)
        journal.take(Self.observation("", .probed, status: 403), at: 0)
        journal.take(Self.observation("b", .faulted, status: 429), at: 0)
        let (a, b) = (journal.counts(ClientName("a")), journal.counts(ClientName("b")))
        #expect(a.requests == 3 && a.refused == 3 && a.refusals.map(\.sequence) == [2, 3])
        #expect(b.requests == 2 && b.accepted == 1 && b.faults == 1 && b.refusals.isEmpty)
        let all = journal.counts(nil)
        #expect(all.requests == 5 && all.probes == 1 && journal.counts(ClientName("c")).requests == 0)
    }

    @Test func `one client is cleared without the others`() {
        let journal = Journal()
        for client in ["a", "b", "a"] { journal.take(Self.observation(client, .refused), at: 0) }
        journal.clear(ClientName("a"))
        #expect(sequences(journal.page(after: 0, client: nil, limit: 10)) == [2])
        #expect(journal.counts(nil).refused == 1 && journal.counts(ClientName("a")).refused == 0)
        #expect(journal.take(Self.observation("a"), at: 0).sequence == 4)
        journal.clear(nil)
        let page = journal.page(after: 0, client: nil, limit: 10)
        #expect(page.entries.isEmpty && page.dropped == 0 && page.next == 4 && journal.counts(nil).requests == 0)
    }

    @Test func `names without end are not counted without end`() {
        let journal = Journal(Journal.Limits(clients: 3))
        for number in 0..<10 { journal.take(Self.observation("c\(number)", .refused), at: 0) }
        #expect(journal.clients.count == 4)
        #expect(journal.counts(nil).refused == 10)
    }

    @Test func `who waits is told of the first entry of its client`() async {
        let journal = Journal()
        async let page = journal.page(after: 0, client: ClientName("a"), limit: 10, wait: .seconds(3600))
        for _ in 0..<20 {
            journal.take(Self.observation("b"), at: 0)
            await Task.yield()
        }
        journal.take(Self.observation("a"), at: 0)
        #expect(await page.entries.map(\.log.client.text) == ["a"])
    }

    @Test func `who waits for nothing is let go when the time is over, and when nobody waits any more`() async {
        let journal = Journal()
        let late = await journal.page(after: 0, client: nil, limit: 10, wait: .milliseconds(1))
        #expect(late.entries.isEmpty)
        let task = Task { await journal.page(after: 0, client: nil, limit: 10, wait: .seconds(3600)) }
        await Task.yield()
        task.cancel()
        #expect(await task.value.entries.isEmpty)
    }

    @Test func `an entry has every member, and a time to the millisecond`() throws {
        let entry = Journal().take(Self.observation("a", .refused, status: 403), at: 1_764_428_400_007)
        #expect(entry.time == "2025-11-29T15:00:00.007Z")
        #expect(
            entry.json.names == [
                "sequence", "time", "client", "method", "target", "operation", "model", "version", "status", "verdict",
                "code", "certainty", "title", "fault", "milliseconds", "account", "principal", "accessKeyId",
                "requestId", "outcome",
            ])
        #expect(entry.json["milliseconds"]?.text(.compact) == "1.5")
    }

    @Test func `secrets of a head are masked, and a signature is none`() {
        let headers = [
            HeaderField("Authorization", "Bearer ABSKsecret"), HeaderField("X-Amz-Security-Token", "tokensecret"),
            HeaderField("Cookie", "cookiesecret"), HeaderField("Accept", "*/*"),
        ]
        let text = JournalDetail.request(Journal().take(Self.observation(headers: headers), at: 0)).text(.compact)
        #expect(!text.contains("secret"))
        #expect(text.contains(#"["Authorization","Bearer <redacted>"]"#) && text.contains(#"["Accept","*/*"]"#))
        let signed = HeaderField("Authorization", "AWS4-HMAC-SHA256 Credential=AKIA/1, Signature=ab")
        let shown = JournalDetail.request(Journal().take(Self.observation(headers: [signed]), at: 0)).text(.compact)
        #expect(shown.contains("Signature=ab"))
    }
}
