import Converse
import ConverseAPI
import TestSupport
import Testing

@Suite("What a service says when it refuses")
struct ServiceRefusalTests {
    @Test(arguments: [
        ("AccessDeniedException", "AccessDeniedException"),
        ("AccessDeniedException:http://internal.amazon.com/coral/com.amazon.bedrock/", "AccessDeniedException"),
        ("com.amazon.coral.service#UnrecognizedClientException", "UnrecognizedClientException"),
        ("aws.x#FooError:http://internal.amazon.com/coral/a#b", "FooError"), (" Spaced : x", "Spaced"),
    ])
    func theTypeIsBare(_ header: String, _ type: String) {
        #expect(ServiceRefusal(status: 403, errorTypeHeader: header, body: []).errorType == type)
        let body = Array(#"{"__type":"\#(header)","message":"m"}"#.utf8)
        #expect(ServiceRefusal(status: 403, errorTypeHeader: nil, body: body).errorType == type)
    }

    @Test(arguments: [
        (#"{"message":"a"}"#, nil, "a"),
        (#"{"Message":"User: x is not authorized"}"#, nil, "User: x is not authorized"),
        (#"{"code":"C","message":"a"}"#, "C", "a"), (#"{"Error":{"Code":"C","Message":"a"}}"#, "C", "a"),
        (#"{"__type":"T","code":"C"}"#, "T", nil), ("{}", nil, nil), ("", nil, nil), (" \r\n", nil, nil),
        ("<html>503 from a proxy</html>", nil, "<html>503 from a proxy</html>"), (#"{"message":7}"#, nil, nil),
        ("[1]", nil, "[1]"), ("{\"message\":\"cut", nil, "{\"message\":\"cut"),
    ])
    func theBodyIsReadInItsDialects(_ body: String, _ type: String?, _ message: String?) {
        let refusal = ServiceRefusal(status: 400, errorTypeHeader: nil, body: Array(body.utf8))
        #expect(refusal.errorType == type)
        #expect(refusal.message == message)
    }

    /// Masking and classification look at every byte of a refusal, so there is an end to it.
    @Test(
        .live, .timeLimit(.minutes(10)),
        arguments: [
            LongText(repeating: "x-amz-security-token:a ", count: 100_000),
            LongText("{\"message\":\"" + String(repeating: "0123456789", count: 200_000) + "\"}"),
        ])
    func aLongRefusalIsCut(_ long: LongText) async throws {
        let body = long.text
        let limit = ServiceRefusal.largestBody
        try await ScriptedServer.run({ _, _ in .answer(403, [("x-amzn-ErrorType", "T")], body) }) { server in
            let client = try TestClient.make(server.url, VirtualTime())
            for isStreamed in [false, true] {
                let error = try #require(
                    await #expect(throws: ConverseError.self) {
                        if isStreamed {
                            _ = try await client.converseStream(TestClient.question, modelID: "m")
                        } else {
                            _ = try await client.converse(TestClient.question, modelID: "m")
                        }
                    })
                #expect(error.errorType == "T")
                #expect(error.message.utf8.count <= limit)
                #expect(error.exchange?.body == Array(body.utf8.prefix(limit)))
            }
        }
        let refusal = ServiceRefusal(status: 403, errorTypeHeader: nil, body: Array(body.utf8))
        #expect((refusal.message?.utf8.count ?? 0) <= limit)
    }

    @Test
    func theHeaderWins() {
        let body = Array(#"{"__type":"FromBody"}"#.utf8)
        #expect(ServiceRefusal(status: 400, errorTypeHeader: "FromHeader", body: body).errorType == "FromHeader")
        #expect(ServiceRefusal(status: 400, errorTypeHeader: ":", body: body).errorType == "FromBody")
    }
}
