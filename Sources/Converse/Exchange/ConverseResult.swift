public import ConverseAPI

/// The model's answer, with the exchange that brought it.
public struct ConverseResult: Sendable {
    /// The answer, typed; what is not known is kept in it.
    public let response: ConverseResponse
    /// Status, headers, raw body, request id, attempts, timings, bytes on the wire and stages of the signature.
    public let exchange: SignedExchange
}
