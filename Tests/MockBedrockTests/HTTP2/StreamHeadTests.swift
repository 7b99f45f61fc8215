import NIOHPACK
import Testing
import WireText

@testable import MockBedrock

struct StreamHeadTests {
    private static let pseudo = [
        (":method", "POST"), (":scheme", "http"), (":path", "/model/m%3A0/converse"), (":authority", "mock:8080"),
    ]

    @Test func `the authority stands for the host that was signed`() throws {
        let head = try StreamHead(HPACKHeaders(Self.pseudo + [("x-amz-date", "20261122T100000Z")]))
        #expect(head.head.method == "POST")
        #expect(head.head.target == Array("/model/m%3A0/converse".utf8))
        #expect(head.head.headers.map(\.name) == ["host", "x-amz-date"])
        #expect(head.head.headers.text(of: "Host") == "mock:8080")
    }

    @Test func `a host beside the authority is taken once, and must be the same`() throws {
        let head = try StreamHead(HPACKHeaders(Self.pseudo + [("host", "MOCK:8080")]))
        #expect(head.head.headers.map(\.text) == ["MOCK:8080"])
        #expect(words([("host", "other")])?.contains("host has another value than :authority") == true)
        #expect(words([("host", "mock:8080"), ("host", "mock:8080")])?.contains("it has host 2 times") == true)
    }

    /// What a refusal of more fields than the usual ones says; each is an error of its stream.
    private func words(_ fields: [(String, String)]) -> String? {
        let fault = #expect(throws: HTTPFault.self) { try StreamHead(HPACKHeaders(Self.pseudo + fields)) }
        #expect(fault?.isStreamError == true)
        return fault?.message
    }

    @Test(arguments: [":method", ":path", ":authority"])
    func `nothing of a request may be missing`(name: String) {
        let fault = #expect(throws: HTTPFault.self) {
            try StreamHead(HPACKHeaders(Self.pseudo.filter { $0.0 != name }))
        }
        #expect(fault?.isStreamError == true && fault?.status == 400)
    }

    @Test func `the crumbs of a cookie are one field, in the place of the first`() throws {
        let crumbs = [("cookie", "a=1"), ("x-amz-date", "20261122T100000Z"), ("cookie", "b=2"), ("cookie", "c=3")]
        let head = try StreamHead(HPACKHeaders(Self.pseudo + crumbs)).head
        #expect(head.headers.map(\.name) == ["host", "cookie", "x-amz-date"])
        #expect(head.headers.text(of: "cookie") == "a=1; b=2; c=3")
        let whole = try StreamHead(HPACKHeaders(Self.pseudo + [("cookie", "a=1; b=2")])).head
        #expect(whole.headers.text(of: "cookie") == "a=1; b=2")
    }

    @Test func `a value that was no text is refused, since its bytes are lost`() {
        #expect(throws: HTTPFault.notText("x-name")) {
            try StreamHead(HPACKHeaders(Self.pseudo + [("x-name", "caf\u{FFFD}")]))
        }
    }

    @Test func `lengths must agree and be numbers`() throws {
        #expect(try StreamHead(HPACKHeaders(Self.pseudo + [("content-length", "12")])).length == 12)
        #expect(words([("content-length", "12"), ("content-length", "13")])?.contains("content-length") == true)
        #expect(words([("content-length", "-1")])?.contains("content-length") == true)
    }
}
