package import SigV4

/// A request to sign, and every stage that signing it must go through.
package struct SigningCase: Sendable {
    package var id: String
    /// What the case is about, in words.
    package var comment: String?
    package var request: WireRequest
    package var payload: PayloadTreatment
    package var parameters: SigningParameters
    package var expected: Stages

    /// The expected stages, in the order in which they are made.
    package struct Stages: Sendable, Hashable {
        package var canonicalRequest: [UInt8]
        package var stringToSign: [UInt8]
        /// 64 hexadecimal digits.
        package var signature: String
        package var outcome: Outcome
    }

    /// What signing does to the request.
    package enum Outcome: Sendable, Hashable {
        /// The value of the `Authorization` header.
        case authorization(String)
        /// The target of a presigned request; its parameters may stand in any order.
        case target(String)
        /// The whole signed request; its headers and parameters may stand in any order.
        case signedRequest(WireRequest)
    }
}
