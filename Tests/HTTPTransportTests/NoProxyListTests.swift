import Foundation
import HTTPTransport
import TestSupport
import Testing

/// `NO_PROXY` as curl reads it, and checked against the installed curl itself.
@Suite(.live, .timeLimit(.minutes(10))) struct NoProxyListTests {
    static let hosts = [
        "example.com", "www.example.com", "notexample.com", "EXAMPLE.com", "example.com.", "example.org", "localhost",
        "127.0.0.1", "127.0.0.2", "10.1.2.3", "192.168.4.5", "[::1]", "[2001:db8::7]", "[2001:db9::7]", "a", "x.a",
    ]
    static let lists = [
        "", "*", "example.com", ".example.com", "example.com.", "www.example.com,example.org", "EXAMPLE.COM",
        " example.com , localhost", "localhost,127.0.0.1", "127.0.0.0/8", "127.0.0.1/32", "10.0.0.0/7", "10.1.2.0/23",
        "192.168.0.0/16 10.0.0.0/8", "::1", "2001:db8::7", "*.example.com",
        "127.0.0.1:80", "com", ".com,", "a,b", "1.2.3", ",", "*,x", "127.0.0.1/33", "127.0.0.0/0", "foo,*",
    ]

    @Test func `hosts, suffixes, blocks`() {
        #expect(NoProxyList("amazonaws.com").contains("bedrock-runtime.us-east-1.amazonaws.com"))
        #expect(NoProxyList(".amazonaws.com").contains("amazonaws.com"))
        #expect(!NoProxyList("amazonaws.com").contains("notamazonaws.com"))
        #expect(NoProxyList("*").contains("anything"))
        #expect(NoProxyList("169.254.0.0/16").contains("169.254.169.254"))
        #expect(!NoProxyList("169.254.0.0/16").contains("169.255.0.1"))
        #expect(NoProxyList("fd00:ec2::/32").contains("[fd00:ec2::254]"))
        #expect(!NoProxyList("").contains("host"))
        // As curl documents it; several versions (7.88.1 is one) compare an IPv6 host as a name and miss the block, so
        // these are not put to the installed curl.
        #expect(NoProxyList("2001:db8::/31").contains("2001:db9::7"))
        #expect(!NoProxyList("2001:db8::/32").contains("2001:db9::7"))
    }

    /// One process of curl judges all pairs: a proxy that refuses the connection shows in its exit status.
    @Test(.enabled(if: CurlTool.isPresent, "needs the curl command"), arguments: lists)
    func `the same answers as curl`(list: String) async throws {
        let directPort = 1  // Nothing listens on either port; curl says which it tried.
        let decisions = try await CurlTool.proxyDecisions(Self.hosts, noProxy: list, port: directPort)
        for (host, usesProxy) in decisions {
            #expect(NoProxyList(list).contains(host) == !usesProxy, "\(host) with NO_PROXY='\(list)'")
        }
    }
}

/// The installed curl, asked which connections it would make through a proxy.
enum CurlTool {
    static let isPresent = FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")

    /// For each host: whether curl goes to the proxy.
    ///
    /// `--connect-to` sends all the others to one address, so nothing is looked up.
    static func proxyDecisions(_ hosts: [String], noProxy: String, port: Int) async throws -> [(String, Bool)] {
        var arguments: [String] = []
        for (index, host) in hosts.enumerated() {
            if index > 0 { arguments.append("--next") }
            arguments += [
                "-gsv", "--proxy", "http://127.0.0.9:2", "--noproxy", noProxy, "--max-time", "2",
                "--connect-to", "::127.0.0.1:\(port)",
                "http://\(host):\(port)/",
            ]
        }
        // The status is that of a proxy which is not there.
        let log = try await Program.run("/usr/bin/curl", arguments, environment: [:]).errorText
        // Each URL gives one line: "*   Trying 127.0.0.9:2..." (the proxy) or "*   Trying 127.0.0.1:1...".
        let tried = log.split(separator: "\n").filter { $0.contains("Trying ") }
        try #require(tried.count == hosts.count, "\(log)")
        return zip(hosts, tried).map { ($0, $1.contains("127.0.0.9")) }
    }
}
