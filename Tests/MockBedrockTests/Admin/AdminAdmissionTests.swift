import NIOHTTP1
import Testing

@testable import MockBedrock

/// What may ask at an admin endpoint.
struct AdminAdmissionTests {
    private static let secret = AdminSecret(0x0123_4567_89AB_CDEF, 7)
    private let admission = AdminAdmission(port: 8123, secret: secret)

    private func head(
        _ uri: String, _ headers: [(String, String)] = [], host: [String] = ["127.0.0.1:8123"],
        method: HTTPMethod = .GET
    ) -> HTTPRequestHead {
        HTTPRequestHead(
            version: .http1_1, method: method, uri: uri, headers: HTTPHeaders(host.map { ("Host", $0) } + headers))
    }

    private func status(_ head: HTTPRequestHead) -> Int? {
        do throws(AdminAdmission.Refusal) {
            _ = try admission.target(of: head)
            return nil
        } catch {
            return error.status
        }
    }

    private var path: String { "/\(Self.secret.text)/status" }

    @Test func `the secret is 128 bits in hexadecimal, and never printed`() {
        #expect(Self.secret.text == "0123456789abcdef0000000000000007")
        #expect(AdminSecret.random().text != AdminSecret.random().text)
        #expect(!"\(Self.secret) \(String(reflecting: Self.secret))".contains("0123"))
    }

    @Test func `path and query are those behind the secret`() throws {
        let target = try admission.target(of: head("/\(Self.secret.text)/journal/7?a=1&b=2"))
        #expect(target.path == "journal/7")
        #expect(target.query == "a=1&b=2")
        #expect(try admission.target(of: head("/\(Self.secret.text)/")).path.isEmpty)
    }

    @Test(arguments: [
        "/", "/status", "/0123456789abcdef0000000000000008/status", "/0123456789abcdef000000000000000/status",
        "/0123456789abcdef00000000000000070/status", "/0123456789abcdef0000000000000007",
        "/0123456789ABCDEF0000000000000007/",
        "//0123456789abcdef0000000000000007/status", "http://127.0.0.1:8123/0123456789abcdef0000000000000007/status",
        "*",
    ])
    func `everything else is nowhere`(_ uri: String) {
        #expect(status(head(uri)) == 404)
    }

    @Test(arguments: [
        [], ["127.0.0.1"], ["127.0.0.1:8124"], ["127.0.0.2:8123"], ["evil.example:8123"], ["[::1]:8123"],
        ["127.0.0.1:8123", "127.0.0.1:8123"], ["127.0.0.1:8123, evil.example"], [""],
    ])
    func `another host is refused whatever is asked`(_ host: [String]) {
        #expect(status(head(path, host: host)) == 403)
        #expect(status(head("/", host: host)) == 403)
    }

    @Test(arguments: ["127.0.0.1:8123", "localhost:8123", "LOCALHOST:8123"])
    func `its own names are not`(_ host: String) {
        #expect(status(head(path, host: [host])) == nil)
    }

    @Test(arguments: [
        ("Origin", "http://evil.example"), ("Origin", "null"), ("Origin", "http://127.0.0.1:9"), ("Origin", ""),
        ("Origin", "https://127.0.0.1:8123"), ("Origin", "http://localhost:8123"), ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"), ("Sec-Fetch-Site", ""),
    ])
    func `a page of another site is refused`(_ name: String, _ value: String) {
        #expect(status(head(path, [(name, value)])) == 403)
        #expect(status(head(path, [(name, value), ("Sec-Fetch-Site", "same-origin")])) == 403)
    }

    @Test func `its own page is not`() {
        #expect(status(head(path, [("Origin", "http://127.0.0.1:8123"), ("Sec-Fetch-Site", "same-origin")])) == nil)
        #expect(status(head(path, [("Sec-Fetch-Site", "none")])) == nil)
    }

    @Test(
        arguments: [
            ([("Content-Length", "2")], 403), ([("Transfer-Encoding", "chunked")], 403),
            ([("Content-Length", "2"), ("Content-Type", "text/plain")], 403),
            ([("Content-Length", "2"), ("Content-Type", "application/x-www-form-urlencoded")], 403),
            ([("Content-Length", "2"), ("Content-Type", "application/json; charset=utf-8")], nil),
            ([("Content-Length", "2"), ("Content-Type", "Application/JSON")], nil), ([("Content-Length", "0")], nil),
        ] as [([(String, String)], Int?)])
    func `a body is JSON, which no form of a page can send`(_ headers: [(String, String)], _ expected: Int?) {
        #expect(status(head(path, headers, method: .POST)) == expected)
    }
}
