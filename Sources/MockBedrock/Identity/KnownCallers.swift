import SigV4

/// Everybody whose signature the server accepts: the key pairs that it was given, and the sessions that it handed out.
struct KnownCallers: Sendable {
    private let credentials: [String: MockCredential]
    private let accounts: [String: SimulatedAccount]
    private let home: SimulatedAccount
    let sessions: IssuedSessions

    init(_ configuration: MockServerConfiguration) {
        credentials = Dictionary(
            configuration.credentials.map { ($0.accessKeyID, $0) }, uniquingKeysWith: { _, last in last })
        let home = configuration.account ?? SimulatedAccount(regions: [], models: [])
        self.home = home
        accounts = Dictionary(
            configuration.otherAccounts.map { ($0.accountID, $0) }, uniquingKeysWith: { first, _ in first }
        ).merging([home.accountID: home]) { $1 }
        sessions = IssuedSessions(configuration.randomness)
    }

    /// The key pair of an access key id.
    func credential(_ accessKeyID: String) -> MockCredential? {
        credentials[accessKeyID] ?? sessions[accessKeyID]?.credential
    }

    /// The same, as a verifier takes it.
    func stored(_ accessKeyID: String) -> StoredCredential? {
        credential(accessKeyID).map {
            StoredCredential(
                secretAccessKey: $0.secretAccessKey, sessionToken: $0.sessionToken, tokenExpiration: $0.expiration)
        }
    }

    /// Who it is; a pair that names no account is of the first one.
    func caller(_ accessKeyID: String) -> Caller {
        if let session = sessions[accessKeyID], credentials[accessKeyID] == nil { return session.caller }
        return owner(of: credentials[accessKeyID]?.accountID.flatMap { accounts[$0] } ?? home)
    }

    /// The same for a call that was accepted: a long-term API key is its account's, and has no key id.
    func caller(_ accepted: AcceptedCaller) -> Caller {
        if let account = accepted.account.flatMap({ accounts[$0] }) { return owner(of: account) }
        return accepted.accessKeyID.map { caller($0) } ?? owner(of: home)
    }

    private func owner(of account: SimulatedAccount) -> Caller {
        Caller(accountID: account.accountID, arn: account.principalARN, userID: Self.userID, isSession: false)
    }

    func account(_ id: String) -> SimulatedAccount? { accounts[id] }

    /// The user id of AWS's documentation.
    private static let userID = "AIDACKCEVSQ6C2EXAMPLE"
}
