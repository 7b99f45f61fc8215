/// The three variables from which PRX takes credentials, as they are in the environment.
struct CredentialVariables {
    static let accessKeyID = "AWS_ACCESS_KEY_ID"
    static let secretAccessKey = "AWS_SECRET_ACCESS_KEY"
    static let sessionToken = "AWS_SESSION_TOKEN"

    /// The values as they are; `nil` for one that is not set, blank, or nothing but quotes.
    let accessKeyID: String?
    let secretAccessKey: String?
    let sessionToken: String?

    /// The variables of the pair that are set and blank; an empty session token is the usual way to say "none".
    let blank: [String]

    init(_ variables: [String: String]) {
        func value(_ name: String) -> String? {
            variables[name].flatMap { Self.isVoid($0) ? nil : $0 }
        }
        accessKeyID = value(Self.accessKeyID)
        secretAccessKey = value(Self.secretAccessKey)
        sessionToken = value(Self.sessionToken)
        blank =
            [Self.accessKeyID, Self.secretAccessKey].filter { variables[$0].map(Self.isVoid) == true }
            + (variables[Self.sessionToken].map { Self.isVoid($0) && !$0.isEmpty } == true ? [Self.sessionToken] : [])
    }

    /// Whether a value is empty once white space and quotes are off, as `""` from an env file is.
    private static func isVoid(_ value: String) -> Bool { ValueFlaw.cleaned(value).isEmpty }

    /// The variables that have a value, in their usual order.
    var present: [(name: String, value: String)] {
        [
            accessKeyID.map { (Self.accessKeyID, $0) },
            secretAccessKey.map { (Self.secretAccessKey, $0) },
            sessionToken.map { (Self.sessionToken, $0) },
        ].compactMap { $0 }
    }
}
