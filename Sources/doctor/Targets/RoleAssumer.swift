import Codes
import ConverseAPI
import Diagnosis
import HTTPTransport
import NetworkTerms
import Report
import SigV4

/// Assumes roles, each time with the credentials that it is given: never with those of a role.
struct RoleAssumer: Sendable {
    let client: TokenServiceClient
    let limit: RequestLimit
    /// Waits between two attempts.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// How often STS is asked, when it has no time or cannot be reached.
    private static let attempts = 3

    /// The session of a role, or why there is none; `nil` when the work was cancelled.
    func session(
        of role: AccountTarget.Role, as credentials: SigningCredentials
    ) async -> Result<AssumedSession, CredentialFault>? {
        var parameters = [
            (name: "RoleArn", value: role.arn), (name: "RoleSessionName", value: role.sessionName),
            (name: "DurationSeconds", value: String(role.seconds)),
        ]
        if let externalID = role.externalID { parameters.append((name: "ExternalId", value: externalID)) }
        var fault = CredentialFault(.roleUnanswered, "AWS STS was not asked.", verdict: .inconclusive)
        var asked = 0
        for attempt in 1...Self.attempts {
            guard limit.take() else {
                return .failure(
                    CredentialFault(
                        .requestLimitReached,
                        "the role was not assumed: the run has sent the requests of --max-requests",
                        verdict: .inconclusive))
            }
            asked = attempt
            do {
                let answer = try await client.ask("AssumeRole", parameters, as: credentials)
                if answer.status == 200, let session = AssumedSession(answer.body) { return .success(session) }
                let refusal = RoleRefusal(
                    roleARN: role.arn, hasExternalID: role.externalID != nil, region: client.region,
                    status: answer.status, headers: answer.headers, body: answer.body)
                fault = refusal.fault
                if !refusal.isPassing { return .failure(fault) }
            } catch let error as TransportError {
                if error.code == .cancelled { return nil }
                fault = .unreachable(client.endpoint.origin, error.code, message: error.message)
            } catch {
                // The signer takes no credentials of this form.
                return .failure(CredentialFault(.credentialsMissing, "the role was not assumed: \(error)"))
            }
            guard attempt < Self.attempts, (try? await sleep(Self.pause(after: attempt))) != nil else { break }
        }
        return Task.isCancelled ? nil : .failure(fault.after(attempts: asked))
    }

    /// Growing pauses with full jitter, so that many roles do not come back at once.
    private static func pause(after attempt: Int) -> Duration {
        .milliseconds(Int.random(in: 50...400 << (attempt - 1)))
    }
}
