/// The root causes of a signature that does not match, with the rule by which each is found.
///
/// A cause is named only from bytes that show it; without them the answer is `signature-mismatch`. The sections follow
/// the canonical request.
enum SignatureCauseCodes {
    static let pages: [CodePage] = path + query + headers + body + time + keys + transport
}
