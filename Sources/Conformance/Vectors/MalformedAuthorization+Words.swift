import SigV4

extension MalformedAuthorization {
    /// What cannot be understood, in words for a report.
    ///
    /// Nothing of the request is shown: what stands in the place of a scheme or of a date may be a secret.
    var words: String {
        switch self {
        case .empty: "the header Authorization is empty"
        case .repeatedHeader: "there are several Authorization headers"
        case .bothForms: "there is a signature in the header and one in the query"
        case .unsupportedAlgorithm(let name):
            "the scheme is \(name.map { "\($0), and" } ?? "an unknown one,") not AWS4-HMAC-SHA256"
        case .missing(let parts): "missing \(parts.map(\.name).joined(separator: " and "))"
        case .pairWithoutEqualSign: "a part has no equals sign"
        case .repeatedPart: "a part is there twice"
        case .credential(let parts): "the credential has \(parts) parts in place of five"
        case .signedHeaders: "the list of signed headers is empty, or holds what is no name"
        case .date: "the time of signing has another form than 20260102T030405Z"
        case .expires: "the lifetime is not a number of seconds from 1 to 604800"
        }
    }
}

extension MalformedAuthorization.Part {
    /// The part as it is written in the header; in a query `X-Amz-` stands before it.
    fileprivate var name: String {
        switch self {
        case .credential: "Credential"
        case .signedHeaders: "SignedHeaders"
        case .signature: "Signature"
        case .date: "X-Amz-Date"
        case .algorithm: "Algorithm"
        }
    }
}
