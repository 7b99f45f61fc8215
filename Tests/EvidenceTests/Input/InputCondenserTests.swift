import Testing

@testable import Evidence

/// Large logs, with limits that are small for the test.
@Suite struct InputCondenserTests {
    private static let limits = InputCondenser.Limits(threshold: 4_000, kept: 20_000, head: 1_000, tail: 1_000)

    private static let hook = "2026-11-24 20:26:44,123 - botocore.hooks - DEBUG - Event x: calling handler y\n"

    private static func call(_ number: Int) -> String {
        """
        2026-11-24 20:26:44,123 - botocore.endpoint - DEBUG - Making request for OperationModel(name=Converse) with params: \
        {'method': 'POST', 'body': b'{"number": \(number)}', 'url': 'https://a/model/b/converse'}
        2026-11-24 20:26:44,124 - urllib3.connectionpool - DEBUG - https://a:443 "POST /model/b/converse HTTP/1.1" 403 12
        2026-11-24 20:26:44,124 - botocore.parsers - DEBUG - Response body:
        b'{"message":"No \(number)"}'

        """
    }

    private static func condensed(_ text: String, pieces: Int = 700) -> InputContent {
        var condenser = InputCondenser(limits)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            condenser.add(Array(rest.prefix(pieces)))
            rest = rest.dropFirst(pieces)
        }
        return condenser.content()
    }

    /// What is read of the calls, and where they stand, is the same as of the whole log.
    @Test(arguments: [1, 97, 700, 100_000])
    func callsAreThoseOfTheWholeLog(_ pieces: Int) throws {
        let text = (0..<20).map { Self.call($0) + String(repeating: Self.hook, count: 30) }.joined()
        let content = Self.condensed(text, pieces: pieces)
        #expect(content.bytes.count * 2 < text.utf8.count)
        #expect(content.leftOut > 300)
        #expect(content.unread == 0)
        let (whole, part) = (try ReadInput(Array(text.utf8), name: "x"), try ReadInput(content, name: "x"))
        #expect(part.exchanges.count == 20)
        #expect(part.kind == whole.kind)
        #expect(part.exchanges.map(\.line) == whole.exchanges.map(\.line))
        #expect(part.exchanges.map { $0.response?.body } == whole.exchanges.map { $0.response?.body })
        #expect(part.exchanges.map { $0.request?.body } == whole.exchanges.map { $0.request?.body })
    }

    @Test func beginningAndEndAreKept() throws {
        let lines = (1...500).map { "2026-11-24 20:26:44 DEBUG line \($0)\n" }
        let text = String(decoding: Self.condensed(lines.joined()).bytes, as: UTF8.self)
        #expect(text.hasPrefix(lines.prefix(20).joined()))
        #expect(text.hasSuffix(lines.suffix(20).joined()))
        #expect(!text.contains(lines[250]))
    }

    /// A log that holds nothing but calls is cut, and says so.
    @Test func lastCallsAreKept() throws {
        let text = (0..<400).map(Self.call).joined()
        let content = Self.condensed(text)
        #expect(content.bytes.count < 30_000)
        #expect(content.unread > 0)
        let exchanges = try ReadInput(content, name: "x").exchanges
        #expect(exchanges.last?.response?.body == Array("{\"message\":\"No 399\"}".utf8))
        #expect(exchanges.last?.line == 1597)
    }

    /// Among more calls than are kept, one that failed long before the end is found where it stands.
    @Test func callsThatFailedAreKept() throws {
        let good = Self.call(0).replacing("403", with: "200").replacing("\"message\":\"No 0\"", with: "\"output\":{}")
        let text = String(repeating: good, count: 100) + Self.call(7) + String(repeating: good, count: 900)
        let content = Self.condensed(text)
        #expect(content.bytes.count < 30_000)
        #expect(content.unread > 1_000)
        let failed = try ReadInput(content, name: "x").exchanges.filter { $0.response?.status == 403 }
        #expect(failed.map(\.line) == [401])
        #expect(failed.first?.response?.body == Array("{\"message\":\"No 7\"}".utf8))
    }

    @Test(arguments: [
        "{\n" + String(repeating: "  \"a\": 1,\n", count: 1_000),
        "[{\"a\": 1},\n" + String(repeating: "{},\n", count: 2_000),
        "a\0b\n" + String(repeating: "c\n", count: 4_000), String(repeating: "one line ", count: 1_000),
    ])
    func whatIsNoLogInLinesIsKept(_ text: String) {
        let content = Self.condensed(text)
        #expect(content.bytes == Array(text.utf8))
        #expect(content.leftOut == 0)
    }

    /// What would be read whole takes many times its size: the refusal says how it can be taken apart.
    @Test(arguments: [
        ("{\"Records\": [\n" + String(repeating: "{},\n", count: 4_000), "jq -c '.Records[]'"),
        ("[{\"a\": 1},\n" + String(repeating: "{},\n", count: 4_000), "jq -c '.[]'"),
        ("{\"log\": {\"entries\": [\n" + String(repeating: "{},\n", count: 4_000), "jq '.log.entries |= map("),
        (String(repeating: "one line ", count: 2_000), "give the part with the failed call"),
        ("\u{FEFF}x", "iconv -f UTF-16"),
    ])
    func largeDocumentsAreRefused(_ text: String, _ advice: String) {
        var condenser = InputCondenser(InputCondenser.Limits(threshold: 1_000, whole: 10_000))
        let wide: [UInt8] = [0xFF, 0xFE] + [UInt8](repeating: 0x20, count: 12_000)
        let bytes = text.hasPrefix("\u{FEFF}") ? wide : Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 700) {
            condenser.add(Array(bytes[start..<min(start + 700, bytes.count)]))
        }
        let content = condenser.content()
        let fault = #expect(throws: InputFault.self) { try ReadInput(content, name: "x") }
        #expect(fault?.description.contains(advice) == true, "\(fault?.description ?? "")")
    }

    /// Of a line without end the beginning is kept, and the lines behind it keep their numbers.
    @Test(arguments: [300, 700, 5_000])
    func longLinesAreCut(_ piece: Int) throws {
        var limits = Self.limits
        limits.line = 10_000
        var condenser = InputCondenser(limits)
        let text =
            String(repeating: Self.hook, count: 80) + "error " + String(repeating: "x", count: 60_000) + "\n"
            + Self.call(5)
            + String(repeating: Self.hook, count: 80)
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            condenser.add(Array(bytes[start..<min(start + piece, bytes.count)]))
        }
        let content = condenser.content()
        #expect(content.bytes.count < 30_000)
        let exchange = try #require(try ReadInput(content, name: "x").exchanges.last)
        #expect(exchange.line == 82)
        #expect(exchange.response?.body == Array("{\"message\":\"No 5\"}".utf8))
    }

    @Test func smallInputIsKept() {
        let text = String(repeating: Self.hook, count: 10)
        #expect(Self.condensed(text).bytes == Array(text.utf8))
    }
}
