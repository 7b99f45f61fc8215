/// The causes for which Bedrock, the layer before it, or a client refuses a call.
///
/// The codes are stable; each section stands in a file of its own, in the order in which a call meets them.
enum ServiceErrorCodes {
    static let pages: [CodePage] = client + credentials + policies + account + models + busy + validation
}
