import JSONText

/// Whether a body has a form that AWS's services do not use: that of a web framework, or of somebody's own API.
///
/// AWS says `{"message": ...}`, `{"Message": ...}` or `{"__type": ..., "message": ...}`, or an `<Error>` of XML
/// (<https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>). Its OpenAI- and Anthropic-compatible paths answer in the
/// forms of these two, which are left out here.
enum ForeignBody {
    static func stands(in text: String) -> Bool {
        guard let start = text.firstIndex(of: "{"), let end = text.lastIndex(of: "}"), start < end,
            let object = (try? JSONValue(parsing: String(text[start...end])))?.objectValue
        else { return false }
        // FastAPI; Spring, Nest and Fastify; Laravel and many a gateway.
        if object["detail"] != nil { return true }
        // APISIX, IBM's API Connect.
        if ["error_msg", "httpMessage"].contains(where: { object[$0] != nil }) { return true }
        // OAuth 2.0's (RFC 6749, section 5.2), in which IAM Identity Center answers as well.
        if object["error_description"] != nil { return false }
        if let error = object["error"], error.stringValue != nil {
            return object["type"] == nil
        }
        if object["success"]?.boolValue == false || object["msg"]?.stringValue != nil { return true }
        // OpenAI's form has these members and no other.
        guard let inner = object["error"]?.objectValue, inner["message"]?.stringValue != nil else { return false }
        let known: Set = ["message", "type", "code", "param"]
        return object.names.count > 1 && object["type"] == nil && object["request_id"] == nil
            || inner.names.contains { !known.contains($0) }
    }
}
