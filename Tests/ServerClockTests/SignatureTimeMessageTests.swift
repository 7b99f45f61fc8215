import ServerClock
import TestSupport
import Testing
import WireText

@Suite("The service's words about a signature's time")
struct SignatureTimeMessageTests {
    @Test("an expired signature, with five minutes and with fifteen", arguments: [5, 15])
    func expired(minutes: Int) throws {
        let limit = minutes == 5 ? "20260713T202350Z" : "20260713T201350Z"
        let text =
            "Signature expired: 20260713T201419Z is now earlier than \(limit) (20260713T202850Z - \(minutes) min.)"
        let message = try #require(SignatureTimeMessage(in: text))
        #expect(message.kind == .expired)
        #expect(message.skewSeconds == 871)
        #expect(message.windowSeconds == Int64(minutes) * 60)
        #expect(HTTPDate(unixSeconds: message.server).description == "Mon, 13 Jul 2026 20:28:50 GMT")
    }

    @Test("a signature from the future, within another text")
    func notYetCurrent() throws {
        let text =
            #"{"message":"Signature not yet current: 20260101T001000Z is still later than 20260101T000500Z (20260101T000000Z + 5 min.)"}"#
        let message = try #require(SignatureTimeMessage(in: text))
        #expect(message.kind == .notYetCurrent)
        #expect(message.skewSeconds == -600)
        #expect(message.windowSeconds == 300)
    }

    @Test("it agrees with the Date of the same answer to a second")
    func agreesWithDate() throws {
        var random = SplitMix64(seed: 15)
        for _ in 0..<200 {
            let exchange = SimulatedExchange.random(using: &random)
            let server = exchange.sample.date.unixSeconds
            let text =
                "Signature expired: 20200101T000000Z is now earlier than 20260101T000000Z (\(amzDate(server)) - 5 min.)"
            let message = try #require(SignatureTimeMessage(in: text))
            #expect(abs(message.server - server) <= 1)
        }
    }

    /// By way of the description, which other tests hold against the parser.
    private func amzDate(_ seconds: Int64) -> String {
        let parts = HTTPDate(unixSeconds: seconds).description.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let month = (months.firstIndex(of: String(parts[2])) ?? 0) + 1
        return "\(parts[3])\(month < 10 ? "0" : "")\(month)\(parts[1])T\(parts[4].filter { $0 != ":" })Z"
    }

    @Test(
        "what is cut, changed or something else is no such message",
        arguments: [
            "", "Signature expired", "Signature expired: yesterday is now earlier than today (now - 5 min.)",
            "Signature expired: 20260101T000000Z is now earlier than 20260101T000001Z (20261301T000501Z - 5 min.)",
            "Signature expired: 20260101T000000Z is now earlier than 20260101T000001Z (20260101T000501Z + 5 min.)",
            "Signature expired: 20260101T000000Z is now earlier than 20260101T000001Z",
            LongText(repeating: "Signature expired: ", count: 50_000),
        ])
    func others(long: LongText) {
        #expect(SignatureTimeMessage(in: long.text) == nil)
    }
}
