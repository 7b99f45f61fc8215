import Evidence
import Testing

/// Which address failed is read from the words of the failure, and from no link.
@Suite struct CalledAddressTests {
    @Test(
        arguments: [
            // A link before the failure, which names a host without a scheme.
            (
                "See https://github.com/o/r/issues/12.\nCannot connect to host bedrock-runtime.eu-west-1.amazonaws.com:443 ssl:default",
                nil
            ),
            (
                "<img src=\"https://example.net/shot.png\" />\nCould not connect to the endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/model/x\"",
                "https://bedrock-runtime.eu-west-1.amazonaws.com"
            ),
            ("![shot](https://images.example.net/1.png)\nconnect ETIMEDOUT 10.0.0.4:443", nil),
            ("I call http://gateway.internal:4000 and nothing comes back.", "http://gateway.internal:4000"),
            (
                "We call http://other.internal:9000 for search.\nError: connect timeout for url http://gateway.internal:4000/v1",
                "http://gateway.internal:4000"
            ),
            ("Error: connect timed out. For more information see https://example.org/help", nil),
        ] as [(String, String?)])
    func `the line of the failure has the address`(text: String, origin: String?) {
        #expect(CalledOrigin.first(in: text) == origin)
    }

    @Test(
        arguments: [
            ("Cannot connect to host bedrock-` .", "bedrock-"),
            (
                "Could not connect to the endpoint URL: \"https://bedrock-runtime..amazonaws.com/model\"",
                "bedrock-runtime..amazonaws.com"
            ),
            ("Could not connect to the endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/\"", nil),
            ("https://bedrock-<region>", nil), ("https://bedrock-{region}.amazonaws.com", nil),
            ("https://bedrock-...", nil),
        ] as [(String, String?)])
    func `a host with nothing in its region's place is told`(text: String, name: String?) {
        #expect(NamelessHost.first(in: text) == name)
    }

    @Test(
        arguments: [
            (
                "curl: (7) Failed to connect to localhost port 3128 after 1 ms: Couldn't connect to server",
                "localhost:3128", true
            ),
            ("Error: connect ECONNREFUSED 127.0.0.1:4000", "127.0.0.1:4000", false),
            ("dial tcp 127.0.0.1:8118: connect: connection refused", "127.0.0.1:8118", true),
            ("[Errno 111] Connect call failed ('127.0.0.1', 7890)", "127.0.0.1:7890", true),
            (
                "HTTPConnectionPool(host='localhost', port=4566): Failed to establish a new connection",
                "localhost:4566", false
            ),
            ("java.net.ConnectException: Connection refused: proxy.example.com/10.1.2.3:3128", "10.1.2.3:3128", true),
        ])
    func `an address of the machine or of a proxy is told`(text: String, address: String, isProxy: Bool) throws {
        let found = try #require(RefusedAddress(in: text))
        #expect((found.text, found.isProxyPort) == (address, isProxy))
    }

    @Test(
        arguments: [
            "Error: connect ECONNREFUSED 10.0.0.4:443", "I run it on localhost:4000 and it works",
            "upstream { server 127.0.0.1:3128; }",
        ])
    func `other addresses, and those at which nothing failed, are none`(text: String) {
        #expect(RefusedAddress(in: text) == nil)
    }
}
