import ConverseAPI
import Diagnosis
import HTTPTransport
import NetworkTerms
import Report
import SigV4

/// Asks AWS STS who the caller is, by `GetCallerIdentity`
/// (<https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>).
struct IdentityProbe {
    let session: ServiceSession
    let credentials: SigningCredentials
    let timeLimit: Duration

    /// The facts; `nil` when the work was interrupted.
    func facts() async throws -> IdentityFacts? {
        let transport = try session.transport()
        let client: TokenServiceClient
        do {
            client = try TokenServiceClient(session, transport: transport, timeLimit: timeLimit)
        } catch {
            await transport.shutdown()
            throw error
        }
        let began = ContinuousClock.now
        let outcome: IdentityFacts.Outcome?
        do {
            let answer = try await client.ask("GetCallerIdentity", as: credentials)
            outcome = .answered(status: answer.status, body: answer.body)
        } catch let error as TransportError {
            outcome = error.code == .cancelled ? nil : .failed(error.code, message: error.message)
        } catch {
            await transport.shutdown()
            throw error
        }
        await transport.shutdown()
        return outcome.map { outcome in
            IdentityFacts(
                outcome: outcome, origin: client.endpoint.origin, region: client.region, credentials: credentials,
                profile: session.diagnosis.profile, durationMs: (ContinuousClock.now - began).milliseconds)
        }
    }
}
