import HTTPTransport
import NetworkTerms
import TestSupport
import Testing
import WireText

/// Proxies come from the given environment, never from the process's.
@Suite(.live, .timeLimit(.minutes(10))) struct ProxyTests {
    @Test func `plain http is forwarded in absolute form, target untouched`() async throws {
        try await RawServer.running(alwaysOK) { proxy in
            let response = try await withTransport(["http_proxy": "http://user:pa%40ss@127.0.0.1:\(proxy.port)"]) {
                try await $0.send(.get("http://bedrock.test:8080", "/model/a%3Ab/../x y?q=1"))
            }
            let seen = try #require(proxy.requests.first)
            #expect(seen.requestLine == "GET http://bedrock.test:8080/model/a%3Ab/../x y?q=1 HTTP/1.1")
            #expect(seen.value("host") == "bedrock.test:8080")
            #expect(seen.value("proxy-authorization") == "Basic dXNlcjpwYUBzcw==")
            #expect(response.wire.requestHead == seen.head)
            #expect(!response.wire.description.contains("dXNlcjpwYUBzcw=="))
        }
    }

    @Test func `a bearer token in plain text goes to its host alone`() async throws {
        try await RawServer.running(alwaysOK) { proxy in
            try await RawServer.running(alwaysOK) { server in
                for scheme in ["Bearer", "bearer"] {
                    let request = TransportRequest(
                        method: "GET", origin: "http://127.0.0.1:\(server.port)", target: "/",
                        headers: [HeaderField("Authorization", "\(scheme) secret")])
                    _ = try await withTransport(["http_proxy": "http://127.0.0.1:\(proxy.port)"]) {
                        try await $0.send(request)
                    }
                }
                #expect(server.requests.count == 2)
                #expect(proxy.requests.isEmpty)
            }
        }
    }

    @Test func `https goes through a tunnel`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n")
            _ = try await connection.more()
            // Not TLS: the handshake inside the tunnel must fail, after the tunnel has been logged.
            try await connection.send("not TLS at all\r\n")
        }) { proxy in
            let environment = ["HTTPS_PROXY": "127.0.0.1:\(proxy.port)"]
            let request = TransportRequest(
                method: "GET", origin: "https://bedrock.test", target: "/",
                headers: [HeaderField("Authorization", "secret"), HeaderField("X-Amz-Security-Token", "secret")])
            let error = try await withTransport(environment) { try await failure($0, request) }
            #expect(error.code == .tlsFailed)
            let seen = try #require(proxy.requests.first)
            #expect(seen.requestLine == "CONNECT bedrock.test:443 HTTP/1.1")
            #expect(seen.value("authorization") == nil)
            #expect(seen.value("x-amz-security-token") == nil)
            #expect(error.wire.proxyRequestHead == seen.head)
            #expect(
                error.wire.proxyResponseHead == Array("HTTP/1.1 200 Connection established\r\nVia: test\r\n\r\n".utf8))
            #expect(error.wire.requestHead.isEmpty)
        }
    }

    @Test func `a proxy that refuses is named with its variable`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            try await connection.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        }) { proxy in
            let environment = ["ALL_PROXY": "http://user:topsecret@127.0.0.1:\(proxy.port)"]
            let error = try await withTransport(environment) { try await failure($0, .get("https://bedrock.test")) }
            #expect(error.code == .proxyFailed)
            #expect(error.message.contains("407"))
            #expect(error.nextStep.contains("ALL_PROXY"))
            #expect(!"\(error)".contains("topsecret"))
            #expect(String(decoding: error.wire.proxyResponseHead, as: UTF8.self).hasPrefix("HTTP/1.1 407"))
        }
    }

    @Test(arguments: ["http", "https"])
    func `a proxy that is not there`(scheme: String) async throws {
        let environment = ["all_proxy": "http://127.0.0.1:1"]
        let error = try await withTransport(environment) { try await failure($0, .get("\(scheme)://bedrock.test")) }
        #expect(error.code == .proxyFailed)
        let name = try await withTransport(["all_proxy": "http://proxy.invalid:1"]) {
            try await failure($0, .get("\(scheme)://bedrock.test"))
        }
        #expect(name.code == .proxyFailed)
        #expect(name.nextStep.contains("NO_PROXY"))
    }

    @Test func `a tunnel that is never answered`() async throws {
        try await RawServer.running({ connection in try await connection.hold() }) { proxy in
            let error = try await withTransport(["https_proxy": "http://127.0.0.1:\(proxy.port)"]) {
                try await failure($0, .get("https://bedrock.test", timeouts: .init(connect: .milliseconds(100))))
            }
            #expect(error.code == .timedOut(.connecting))
            #expect(error.message.contains("through the proxy http://127.0.0.1:\(proxy.port)"))
        }
    }

    @Test func `a host in NO_PROXY is reached directly`() async throws {
        try await RawServer.running(alwaysOK) { server in
            let environment = ["http_proxy": "http://127.0.0.1:1", "NO_PROXY": "10.0.0.0/8,127.0.0.0/8"]
            let response = try await withTransport(environment) { try await $0.send(.get(server.origin)) }
            #expect(response.status == 200)
            #expect(server.requests.first?.requestLine == "GET / HTTP/1.1")
        }
    }

    @Test func `which variable counts`() throws {
        func chosen(_ environment: [String: String], _ origin: String) throws -> String? {
            try ProxySettings(environment: environment).proxy(for: origin)?.variable
        }
        #expect(try chosen(["HTTP_PROXY": "http://p"], "http://h") == nil)
        #expect(try chosen(["http_proxy": "http://p"], "http://h") == "http_proxy")
        #expect(try chosen(["http_proxy": "http://p"], "https://h") == nil)
        #expect(try chosen(["HTTPS_PROXY": "http://p", "ALL_PROXY": "http://q"], "https://h") == "HTTPS_PROXY")
        #expect(try chosen(["HTTPS_PROXY": "http://p", "https_proxy": "http://q"], "https://h") == "https_proxy")
        #expect(try chosen(["HTTPS_PROXY": "http://p", "https_proxy": ""], "https://h") == "HTTPS_PROXY")
        #expect(try chosen(["HTTPS_PROXY": "http://p", "ALL_PROXY": "http://q"], "http://h") == "ALL_PROXY")
        #expect(try chosen(["HTTPS_PROXY": "http://p", "NO_PROXY": "*"], "https://h") == nil)
        #expect(
            try chosen(["HTTPS_PROXY": "http://p", "NO_PROXY": "h", "no_proxy": "x"], "https://h") == "HTTPS_PROXY")
    }

    @Test(arguments: ["ftp://proxy:1", "http://pro xy:1", "socks9://x"])
    func `a setting that is no proxy`(url: String) throws {
        let error = #expect(throws: TransportError.self) { try ProxySettings(environment: ["HTTPS_PROXY": url]) }
        #expect(error?.code == .badProxySetting)
        #expect(error?.message.contains("HTTPS_PROXY") == true)
    }

    @Test func `passwords are not printed`() throws {
        let settings = try ProxySettings(environment: ["ALL_PROXY": "http://me:hush@proxy:3128", "NO_PROXY": "x"])
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped] {
            #expect(text.contains("proxy:3128"))
            #expect(!text.contains("hush"))
        }
    }
}
