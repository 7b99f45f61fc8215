import SigV4
import WireText

/// A call of AssumeRole whose signature was right: what it asks for, and what the account says to it.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
struct RoleAssumption: Sendable {
    private let roleARN: String
    private let sessionName: String
    private let externalID: String?
    private let seconds: Int

    /// Reads the parameters, by the constraints of the API's description.
    init(_ form: QueryForm) throws(TokenServiceError) {
        guard let roleARN = form["RoleArn"] else { throw Self.missing("roleArn") }
        guard let sessionName = form["RoleSessionName"] else { throw Self.missing("roleSessionName") }
        guard roleARN.utf8.count >= 20 else {
            throw Self.invalid(roleARN, "roleArn", "Member must have length greater than or equal to 20")
        }
        guard (2...64).contains(sessionName.utf8.count), sessionName.utf8.allSatisfy(Self.isNameByte) else {
            throw Self.invalid(
                sessionName, "roleSessionName",
                #"Member must satisfy regular expression pattern: [\w+=,.@-]* and have a length from 2 to 64"#)
        }
        var seconds = 3600
        if let text = form["DurationSeconds"] {
            guard let number = Int(text), text.utf8.allSatisfy(\.isDigit) else {
                throw TokenServiceError(400, "MalformedInput", "Failed to parse the value of DurationSeconds")
            }
            guard (900...43_200).contains(number) else {
                let bound =
                    number < 900 ? "greater than or equal to 900" : "less than or equal to 43200"
                throw Self.invalid(text, "durationSeconds", "Member must have value \(bound)")
            }
            seconds = number
        }
        self.roleARN = roleARN
        self.sessionName = sessionName
        self.seconds = seconds
        externalID = form["ExternalId"]
    }

    /// The session, or why there is none.
    ///
    /// A role that does not exist is refused as one that does not trust the caller is: STS tells nobody which roles there
    /// are.
    func session(for caller: Caller, _ known: KnownCallers, region: String, now: SigningTime)
        throws(TokenServiceError) -> IssuedSessions.Session
    {
        guard let name = RoleName(roleARN) else {
            throw TokenServiceError(400, "ValidationError", "\(roleARN) is invalid")
        }
        guard let account = known.account(name.accountID),
            let role = account.roles.first(where: { $0.name == name.role })
        else { throw denied(caller) }
        if let refusal = role.refusal, known.sessions.refuses(roleARN, times: refusal.times) {
            throw failure(refusal.kind, caller, account)
        }
        if let principals = role.trust.principals,
            !principals.contains(where: { $0 == caller.arn || $0 == caller.accountID })
        {
            throw denied(caller)
        }
        if let expected = role.trust.externalID, expected != externalID { throw denied(caller) }
        if caller.isSession, seconds > 3600 {
            throw TokenServiceError(
                400, "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.")
        }
        guard seconds <= role.longestSession else {
            throw TokenServiceError(
                400, "ValidationError",
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
        }
        return known.sessions.issue(
            to: Caller(
                accountID: account.accountID,
                arn: "arn:\(name.partition):sts::\(account.accountID):assumed-role/\(role.baseName)/\(sessionName)",
                userID: "AROACKCEVSQ6C2EXAMPLE:\(sessionName)", isSession: true),
            until: now.advanced(bySeconds: Int64(seconds)))
    }

    private func failure(
        _ kind: SimulatedRole.Refusal.Kind, _ caller: Caller, _ account: SimulatedAccount
    ) -> TokenServiceError {
        switch kind {
        case .accessDenied: denied(caller)
        case .regionDisabled:
            TokenServiceError(
                403, "RegionDisabledException",
                "STS is not activated in this region for account:\(account.accountID). Your account administrator can "
                    + "activate STS in this region using the IAM Console.")
        case .expiredToken:
            TokenServiceError(403, "ExpiredToken", "The security token included in the request is expired")
        case .throttled: TokenServiceError(400, "Throttling", "Rate exceeded")
        case .unavailable:
            TokenServiceError(503, "ServiceUnavailable", "Service is unable to handle request.", isOfCaller: false)
        }
    }

    private func denied(_ caller: Caller) -> TokenServiceError {
        TokenServiceError(
            403, "AccessDenied",
            "User: \(caller.arn) is not authorized to perform: sts:AssumeRole on resource: \(roleARN)")
    }

    private static func missing(_ name: String) -> TokenServiceError {
        TokenServiceError(
            400, "ValidationError",
            "1 validation error detected: Value null at '\(name)' failed to satisfy constraint: Member must not be null"
        )
    }

    private static func invalid(_ value: String, _ name: String, _ constraint: String) -> TokenServiceError {
        TokenServiceError(
            400, "ValidationError",
            "1 validation error detected: Value '\(value.prefix(200))' at '\(name)' failed to satisfy constraint: \(constraint)"
        )
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || "_+=,.@-".utf8.contains(byte)
    }
}

/// The parts of a role's ARN: `arn:aws:iam::123456789012:role/path/name`.
private struct RoleName {
    let partition: String
    let accountID: String
    /// With its path.
    let role: String

    init?(_ arn: String) {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == "iam", parts[3].isEmpty,
            parts[4].utf8.count == 12, parts[4].utf8.allSatisfy(\.isDigit), parts[5].hasPrefix("role/"),
            parts[5].utf8.count > 5
        else { return nil }
        (partition, accountID) = (parts[1], parts[4])
        role = String(parts[5].dropFirst(5))
    }
}
