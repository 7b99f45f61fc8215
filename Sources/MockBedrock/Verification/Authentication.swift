import SigV4
import WireText

/// Decides who sent a request, before anything else about it is looked at.
///
/// The rules are those of DESIGN: scope service `bedrock`, one of the endpoint's regions, five minutes, the path
/// as received normalised and encoded once more. They are the service's; they are implemented by `SigV4`.
struct Authentication: Sendable {
    /// The outcome for one request.
    enum Outcome: Sendable {
        case accepted(AcceptedCaller)
        case refused(AuthenticationRefusal)
    }

    private let verifier: SignatureVerifier
    private let callers: KnownCallers
    private let regions: Set<String>
    private let bearer: BearerCheck

    init(_ configuration: MockServerConfiguration, _ callers: KnownCallers) {
        self.callers = callers
        regions = configuration.regions
        verifier = SignatureVerifier(policy: VerificationPolicy(regions: configuration.regions)) {
            callers.stored($0)
        }
        bearer = BearerCheck(configuration, callers)
    }

    func check(_ request: ReceivedRequest, now: SigningTime) -> Outcome {
        if let token = BearerCheck.token(in: request.head.headers) {
            do throws(BearerCheck.Refusal) {
                return .accepted(try bearer.caller(token, host: request.head.headers.text(of: "host"), now: now))
            } catch {
                return .refused(AuthenticationRefusal(error))
            }
        }
        let signable = request.signable
        switch verifier.verify(signable, now: now) {
        case .accepted(let signature):
            return .accepted(AcceptedCaller(signature))
        case .refused(let refusal):
            return .refused(AuthenticationRefusal(refusal, of: signable))
        }
    }

    /// What an examination of a refused request may look at.
    func searchInput(_ refusal: SignatureRefusal?, of request: ReceivedRequest, now: SigningTime)
        -> MockDiagnosisInput
    {
        MockDiagnosisInput(
            request: request.signable, refusal: refusal,
            credential: refusal?.accessKeyID.flatMap { callers.credential($0) }, regions: regions, now: now)
    }
}
