import ConverseAPI
import Diagnosis
import HTTPTransport
import NetworkTerms
import Report
import SigV4
import WireText

/// Asks AWS STS who the caller is, signed by our own signer.
///
/// `POST /` with `Action=GetCallerIdentity&Version=2011-06-15`, service `sts`, at the region's own endpoint
/// (<https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>).
struct IdentityProbe {
    let session: ServiceSession
    let credentials: SigningCredentials
    let timeLimit: Duration

    private static let body = "Action=GetCallerIdentity&Version=2011-06-15"

    /// The facts; `nil` when the work was interrupted.
    func facts() async throws -> IdentityFacts? {
        let endpoint = try endpoint()
        let region = session.settings.region.value
        let request = SignableRequest(
            method: "POST", target: endpoint.pathPrefix + "/",
            headers: [
                HeaderField("Host", endpoint.authority),
                HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                HeaderField("Accept", "application/json"),
            ],
            payload: .bytes(Array(Self.body.utf8)))
        let signed = try Signer().sign(
            request,
            SigningParameters(
                credentials: credentials, region: region, service: "sts",
                time: WallClock.signingTime))
        let transport = try session.transport()
        let began = ContinuousClock.now
        let outcome: IdentityFacts.Outcome
        do {
            let answer = try await transport.send(
                TransportRequest(
                    method: "POST", origin: endpoint.origin, target: String(decoding: signed.target, as: UTF8.self),
                    headers: signed.headers.filter { !$0.isNamed("host") },
                    body: Array(Self.body.utf8),
                    timeouts: TransportTimeouts(connect: timeLimit, firstByte: timeLimit, total: timeLimit)))
            outcome = .answered(status: answer.status, body: answer.body)
        } catch {
            await transport.shutdown()
            if error.code == .cancelled { return nil }
            return IdentityFacts(
                outcome: .failed(error.code, message: error.message), origin: endpoint.origin,
                region: region, credentials: credentials, profile: session.diagnosis.profile,
                durationMs: (ContinuousClock.now - began).milliseconds)
        }
        await transport.shutdown()
        return IdentityFacts(
            outcome: outcome, origin: endpoint.origin, region: region, credentials: credentials,
            profile: session.diagnosis.profile,
            durationMs: (ContinuousClock.now - began).milliseconds)
    }

    /// `AWS_ENDPOINT_URL_STS`, else the endpoint that was named for the run when it is not a host of AWS's, else the region's.
    private func endpoint() throws -> ConverseEndpoint {
        let environment = session.transportEnvironment
        if let url = environment["AWS_ENDPOINT_URL_STS"], !url.isEmpty { return try ConverseEndpoint(url: url) }
        if let given = session.settings.endpoint, session.takesEveryService { return given.endpoint }
        let region = session.settings.region.value
        let isFIPS = environment["AWS_USE_FIPS_ENDPOINT"]?.lowercased() == "true"
        return try ConverseEndpoint(
            url: "https://\(isFIPS ? "sts-fips" : "sts").\(region).\(Partition.containing(region: region).suffix)")
    }
}
