import JSONText
package import SigV4

/// The member `credentials` of a case, as `vectors/README.md` has it.
package struct AdapterCredentials: Sendable, Equatable {
    package var accessKeyID: String
    package var stored: StoredCredential

    package init(accessKeyID: String, stored: StoredCredential) {
        self.accessKeyID = accessKeyID
        self.stored = stored
    }

    init(_ credentials: SigningCredentials) {
        self.init(
            accessKeyID: credentials.accessKeyID,
            stored: StoredCredential(
                secretAccessKey: credentials.secretAccessKey, sessionToken: credentials.sessionToken))
    }

    var signing: SigningCredentials {
        SigningCredentials(
            accessKeyID: accessKeyID, secretAccessKey: stored.secretAccessKey, sessionToken: stored.sessionToken)
    }

    /// The member with its secrets: it goes to the adapter and nowhere else.
    var json: JSONValue {
        var members: JSONObject = [
            "accessKeyId": .string(accessKeyID),
            "secretAccessKey": .string(String(decoding: stored.secretAccessKey.exposedBytes, as: UTF8.self)),
        ]
        if let token = stored.sessionToken {
            members["sessionToken"] = .string(String(decoding: token.exposedBytes, as: UTF8.self))
        }
        if let expiration = stored.tokenExpiration { members["tokenExpiration"] = .string(expiration.amzDate) }
        return .object(members)
    }

    init(_ credentials: JSONCursor) throws(JSONShapeError) {
        try credentials.requireOnly(names: ["accessKeyId", "secretAccessKey", "sessionToken", "tokenExpiration"])
        var token: Secret?
        if let text = try credentials.optionalMember("sessionToken") { token = Secret(try text.string()) }
        var expiration: SigningTime?
        if let text = try credentials.optionalMember("tokenExpiration") { expiration = try SigningTime(text) }
        self.init(
            accessKeyID: try credentials.member("accessKeyId").string(),
            stored: StoredCredential(
                secretAccessKey: Secret(try credentials.member("secretAccessKey").string()), sessionToken: token,
                tokenExpiration: expiration))
    }
}

extension SigningTime {
    /// A time such as `20260102T030405Z`.
    init(_ time: JSONCursor) throws(JSONShapeError) {
        guard let parsed = SigningTime(amzDate: try time.string()) else {
            throw time.fault(expected: "a time such as \"20260102T030405Z\"")
        }
        self = parsed
    }
}
