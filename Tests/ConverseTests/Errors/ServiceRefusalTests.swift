import Converse
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

    @Test
    func theHeaderWins() {
        let body = Array(#"{"__type":"FromBody"}"#.utf8)
        #expect(ServiceRefusal(status: 400, errorTypeHeader: "FromHeader", body: body).errorType == "FromHeader")
        #expect(ServiceRefusal(status: 400, errorTypeHeader: ":", body: body).errorType == "FromBody")
    }
}
