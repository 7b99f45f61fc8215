package import ConverseAPI
package import SigV4

extension RequestAuthorization {
    /// The request with a signature, or with the API key.
    ///
    /// - Parameters:
    ///   - endpoint: Where it goes. Who sees a bearer token can use it for any request (RFC 6750, section 5.3), so it goes
    ///     over TLS, or nowhere but to this machine.
    ///   - time: The time that is signed.
    package func applied(
        to request: SignableRequest, bound endpoint: ConverseEndpoint, region: String, service: String = "bedrock",
        at time: SigningTime, options: SigningOptions = SigningOptions(), signer: Signer
    ) throws(AuthorizationError) -> AuthorizedRequest {
        switch self {
        case .signature(let credentials):
            do throws(SigningError) {
                return AuthorizedRequest(
                    try signer.sign(
                        request,
                        SigningParameters(
                            credentials: credentials, region: region, service: service, time: time, options: options)))
            } catch {
                throw AuthorizationError(message: error.message)
            }
        case .bearer(let key):
            guard key.fitsHeader else {
                throw AuthorizationError(
                    message: "the API key cannot be sent: it is empty, or has a blank, a line end or a character "
                        + "beyond ASCII in it")
            }
            guard endpoint.scheme == .https || endpoint.isLoopback else {
                throw AuthorizationError(
                    message: "the API key is not sent to \(endpoint.origin): over http everybody on the way could use "
                        + "it. Use an https endpoint, or sign with a key pair")
            }
            return AuthorizedRequest(request, bearing: key)
        }
    }
}

/// Why a request cannot show who sends it.
package struct AuthorizationError: Error, Sendable {
    /// What was found and what to do, without any secret.
    package let message: String
}
