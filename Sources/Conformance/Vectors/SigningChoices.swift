import JSONText
import SigV4

/// The member `options` of a signing test; what is absent has the default that suits Bedrock.
struct SigningChoices {
    var options = SigningOptions()
    var payload = PayloadTreatment.hashed

    var isPresigned: Bool { options.location != .headers }

    init(_ cursor: JSONCursor?) throws(JSONShapeError) {
        guard let cursor else { return }
        try cursor.requireOnly(names: [
            "uriEncoding", "pathNormalization", "sessionToken", "contentSHA256Header", "payload", "location",
            "expiresSeconds",
        ])
        if try choice("uriEncoding", ["double", "single"], in: cursor) == "single" { options.uriEncoding = .single }
        if try choice("pathNormalization", ["on", "off"], in: cursor) == "off" { options.pathNormalization = .off }
        if try choice("sessionToken", ["signed", "addedAfterSigning"], in: cursor) == "addedAfterSigning" {
            options.sessionToken = .addedAfterSigning
        }
        if try choice("contentSHA256Header", ["omitted", "sent"], in: cursor) == "sent" {
            options.contentSHA256Header = .sent
        }
        if try choice("payload", ["signed", "unsigned"], in: cursor) == "unsigned" { payload = .unsigned }
        if try choice("location", ["headers", "query"], in: cursor) == "query" {
            options.location = .query(expiresSeconds: try cursor.member("expiresSeconds").integer())
        } else if let seconds = try cursor.optionalMember("expiresSeconds") {
            throw seconds.fault(expected: "no expiresSeconds without \"location\": \"query\"")
        }
    }

    private func choice(_ name: String, _ values: [String], in cursor: JSONCursor) throws(JSONShapeError) -> String? {
        try cursor.optionalMember(name)?.string(oneOf: values)
    }
}
