import Testing

@testable import MockBedrock

/// A request of HTTP/1.1 is for one host (RFC 9112, section 3.2).
struct HostTests {
    private func hasOneHost(_ lines: [String], _ version: String = "1.1") throws -> Bool {
        let text = (["POST /a HTTP/\(version)"] + lines + ["", ""]).joined(separator: "\r\n")
        return try #require(ReceivedHead(Array(text.utf8))).hasOneHost
    }

    @Test(arguments: ["a", "127.0.0.1:8080", "[::1]:80", "bedrock-runtime.us-east-1.amazonaws.com", "a_b"])
    func `a name or an address is taken, with a port or without`(_ host: String) throws {
        #expect(try hasOneHost(["Host: \(host)"]))
    }

    @Test(arguments: [[], ["Host:"], ["Host: a b/c"], ["Host: a/b"], ["Host: a", "Host: a"], ["Host: <a>"]])
    func `none, two, and what is no host are refused`(_ lines: [String]) throws {
        #expect(try !hasOneHost(lines))
    }

    @Test func `before HTTP 1_1 there need be none`() throws {
        #expect(try hasOneHost([], "1.0"))
    }
}
