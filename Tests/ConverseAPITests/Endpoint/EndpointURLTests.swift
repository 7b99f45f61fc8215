import ConverseAPI
import Testing

@Suite("Endpoints of one's own")
struct EndpointURLTests {
    @Test(arguments: [
        // url, origin, authority, prefix
        ("https://example.com", "https://example.com", "example.com", ""),
        ("https://example.com/", "https://example.com", "example.com", ""),
        ("HTTPS://Example.COM:443/", "https://example.com", "example.com", ""),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", "127.0.0.1:8080", ""),
        ("http://localhost:80", "http://localhost", "localhost", ""),
        ("https://localhost:80", "https://localhost:80", "localhost:80", ""),
        ("https://proxy.example/bedrock", "https://proxy.example", "proxy.example", "/bedrock"),
        ("https://proxy.example/a%2Fb/../c//", "https://proxy.example", "proxy.example", "/a%2Fb/../c"),
        ("http://[::1]:9000/x", "http://[::1]:9000", "[::1]:9000", "/x"),
        ("http://[2001:DB8::1]", "http://[2001:db8::1]", "[2001:db8::1]", ""),
        (
            "https://vpce-1-a.bedrock-runtime.us-east-1.vpce.amazonaws.com.",
            "https://vpce-1-a.bedrock-runtime.us-east-1.vpce.amazonaws.com.",
            "vpce-1-a.bedrock-runtime.us-east-1.vpce.amazonaws.com.", ""
        ),
        ("http://my_gateway:4000", "http://my_gateway:4000", "my_gateway:4000", ""),
    ])
    func isTakenApart(_ url: String, _ origin: String, _ authority: String, _ prefix: String) throws {
        let endpoint = try ConverseEndpoint(url: url)
        #expect(endpoint.origin == origin)
        #expect(endpoint.authority == authority)
        #expect(endpoint.pathPrefix == prefix)
    }

    static let refusals: [(String, EndpointError.Problem)] = [
        ("bedrock-runtime.us-east-1.amazonaws.com", .missingScheme("bedrock-runtime.us-east-1.amazonaws.com")),
        ("localhost:8080", .missingScheme("localhost:8080")),
        ("", .missingScheme("")),
        ("ftp://example.com", .otherScheme("ftp")),
        ("\"https://example.com\"", .otherScheme("\"https")),
        ("://example.com", .otherScheme("")),
        ("https://user:pass@example.com", .hasUserInformation),
        ("https://example.com/a@b?x=1", .hasQuery),
        ("https://example.com?x", .hasQuery),
        ("https://example.com/#top", .hasFragment),
        ("https://example.com ", .unexpectedByte(0x20)),
        ("https://example.com\r", .unexpectedByte(0x0D)),
        ("https://bücher.example", .unexpectedByte(0xC3)),
        ("https://example.com\\x", .unexpectedByte(0x5C)),
        ("https://", .invalidHost("")),
        ("https:///path", .invalidHost("")),
        ("https://:443", .invalidHost("")),
        ("https://a..b", .invalidHost("a..b")),
        ("https://-a.b", .invalidHost("-a.b")),
        ("https://exa%6Dple.com", .invalidHost("exa%6Dple.com")),
        ("https://::1", .invalidHost(":")),
        ("https://[::1", .invalidHost("[:")),
        ("https://[::1]x", .invalidHost("[::1]x")),
        ("https://example.com:", .invalidPort("")),
        ("https://example.com:0", .invalidPort("0")),
        ("https://example.com:65536", .invalidPort("65536")),
        ("https://example.com:http", .invalidPort("http")),
        ("https://example.com:-1", .invalidPort("-1")),
        ("https://example.com:99999999999999999999", .invalidPort("99999999999999999999")),
    ]

    @Test(arguments: refusals)
    func whatIsNoEndpointIsRefusedByName(_ url: String, _ problem: EndpointError.Problem) {
        let error = #expect(throws: EndpointError.self) { try ConverseEndpoint(url: url) }
        #expect(error?.problem == problem)
    }

    @Test(arguments: ["https://user:hunter2@example.com", "user:hunter2@example.com", "user:hunter2@a@b"])
    func aPasswordIsNotShown(_ url: String) {
        let error = #expect(throws: EndpointError.self) { try ConverseEndpoint(url: url) }
        #expect(error?.description.contains("hunter2") == false)
    }
}
