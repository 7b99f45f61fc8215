import JSONText

/// What AWS STS says of the caller (<https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>).
struct CallerIdentity: Hashable {
    let account: String
    let arn: String
    let userID: String

    /// Reads the answer in the JSON form that STS gives when it is asked for `application/json`; `nil` for any other.
    init?(_ body: [UInt8]) {
        guard let value = try? JSONValue(parsing: body),
            let result = value["GetCallerIdentityResponse"]?["GetCallerIdentityResult"],
            let account = result["Account"]?.stringValue, let arn = result["Arn"]?.stringValue,
            let userID = result["UserId"]?.stringValue
        else { return nil }
        self.account = account
        self.arn = arn
        self.userID = userID
    }

    /// What kind of identity it is, with its name.
    var words: String {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let resource = parts.count == 6 ? parts[5].split(separator: "/").map(String.init) : []
        switch resource.first {
        case "root": return "the root user"
        case "user": return "user \(resource.last ?? "")"
        case "assumed-role" where resource.count > 2: return "role \(resource[1]), session \(resource[2])"
        case "federated-user": return "federated user \(resource.last ?? "")"
        default: return arn
        }
    }
}
