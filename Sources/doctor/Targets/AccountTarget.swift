import JSONText

/// An account to ask, as a line of a targets file names it.
struct AccountTarget: Sendable, Hashable {
    /// A role that is assumed for the account's calls.
    struct Role: Sendable, Hashable {
        var arn: String
        var externalID: String?
        var sessionName = "bedrock-doctor"
        /// How long a session lasts, in seconds; an hour is what every role allows.
        var seconds = 3600
    }

    /// The environment variables that hold a key pair.
    struct Variables: Sendable, Hashable {
        var accessKeyID: String
        var secretAccessKey: String
        /// `nil` for a long-lived pair.
        var sessionToken: String?
    }

    /// What reports call the account.
    var name: String
    var role: Role?

    /// The pair that signs, or that assumes the role; `nil` for that of the run.
    var variables: Variables?

    /// The regions to ask; `nil` for those of the command line.
    var regions: [String]?

    /// The models to ask; `nil` for those of the command line.
    var models: [String]?

    /// Everything that says whom a plan asks.
    ///
    /// Names of variables stand for keys here: whose keys a machine has is not the plan's matter.
    var terms: [String] {
        let role = role.map { [$0.arn, $0.externalID ?? "", $0.sessionName, String($0.seconds)] } ?? []
        let variables = variables.map { [$0.accessKeyID, $0.secretAccessKey, $0.sessionToken ?? ""] } ?? []
        let parts: [[String]] = [[name], role, variables]
        return [JSONValue.array(parts.map { .array($0.map { .string($0) }) }).text(.compact)]
    }
}

/// The accounts of a targets file, in its order.
struct AccountTargets: Sendable, Hashable {
    /// The file, as it was named.
    var file: String
    var list: [AccountTarget]
    /// The line of each account, by its name.
    var lines: [String: Int] = [:]

    /// The file and the line of an account.
    func place(of name: String) -> String { lines[name].map { "\(file):\($0)" } ?? file }

    /// Everything that says whom a plan asks, in whichever order the file names them.
    var terms: [String] { list.flatMap(\.terms).sorted() }

    subscript(name: String) -> AccountTarget? { list.first { $0.name == name } }

    /// How many roles are assumed for a plan with these accounts.
    func roleCount(of accounts: some Sequence<String?>) -> Int {
        Set(accounts).count { name in name.flatMap { self[$0] }?.role != nil }
    }
}
