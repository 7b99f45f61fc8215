import Diagnosis
import SigV4

/// The credentials of one account: a key pair, or a role's, which are kept until they expire and then renewed.
///
/// All calls of the account share them, and no other account's ever do.
actor TargetCredentials {
    /// What signs the account's calls; `nil` where the work was cancelled.
    typealias Outcome = Result<SigningCredentials, CredentialFault>?

    /// How long before they expire credentials are renewed: longer than a call may be under way.
    private static let margin: Int64 = 60

    private let role: AccountTarget.Role?
    private let original: Result<SigningCredentials, CredentialFault>
    private let now: @Sendable () -> Int64
    private let assume:
        @Sendable (AccountTarget.Role, SigningCredentials) async -> Result<AssumedSession, CredentialFault>?

    private var session: AssumedSession?
    private var fault: CredentialFault?
    private var renewal: Task<Outcome, Never>?

    /// - Parameters:
    ///   - original: What signs, or assumes the role.
    ///   - now: The time, in seconds since 1970.
    init(
        role: AccountTarget.Role?, original: Result<SigningCredentials, CredentialFault>,
        now: @escaping @Sendable () -> Int64,
        assume:
            @escaping @Sendable (AccountTarget.Role, SigningCredentials) async -> Result<
                AssumedSession, CredentialFault
            >?
    ) {
        self.role = role
        self.original = original
        self.now = now
        self.assume = assume
    }

    /// The credentials for a call that is sent now.
    ///
    /// Whoever comes while the role is being assumed waits for the same answer. A role that was refused is not asked for
    /// again.
    func current() async -> Outcome {
        guard let role, case .success(let keys) = original else { return original }
        if let fault { return .failure(fault) }
        if let session, now() < session.expiration - Self.margin { return .success(session.credentials) }
        let renewal =
            renewal
            ?? Task { [assume] () -> Outcome in
                let result = await assume(role, keys)
                return self.settle(result)
            }
        self.renewal = renewal
        return await withTaskCancellationHandler {
            await renewal.value
        } onCancel: {
            renewal.cancel()
        }
    }

    private func settle(_ result: Result<AssumedSession, CredentialFault>?) -> Outcome {
        renewal = nil
        switch result {
        case nil: return nil
        case .success(let session):
            self.session = session
            KnownSecrets.take(
                [session.credentials.secretAccessKey, session.credentials.sessionToken].compactMap(\.self))
            return .success(session.credentials)
        case .failure(let fault):
            // What is still good serves to its end.
            if let session, now() < session.expiration { return .success(session.credentials) }
            self.fault = fault
            return .failure(fault)
        }
    }
}
