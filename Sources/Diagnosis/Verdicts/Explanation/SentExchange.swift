import Codes
import Evidence
package import Report
package import SigV4
import SignatureForensics

/// A call that was just made, explained from the bytes that went over the wire and the answer to them.
package enum SentExchange {
    /// The causes of a refused signature, the decisive one first; empty when the refusal is of another kind, or when
    /// nothing more is seen than the answer says itself.
    ///
    /// - Parameters:
    ///   - requestHead: The request line and header fields as they left, with the empty line.
    ///   - requestBody: The body as it left.
    ///   - answer: What came back.
    ///   - credentials: The key pair that signed.
    ///   - now: Seconds since 1970.
    ///   - searchLimit: What ends the search for the signer's mistake, as in ``ExplainContext/searchLimit``.
    package static func findings(
        requestHead: [UInt8], requestBody: [UInt8], answer: ProbeOutcome.Answer, credentials: SigningCredentials,
        now: Int64, searchLimit: @escaping @Sendable () -> @Sendable () -> Bool = { { false } }
    ) -> [Finding] {
        guard (400...403).contains(answer.status) else { return [] }
        guard var request = ObservedRequest(head: requestHead) else { return [] }
        request.body = requestBody.isEmpty ? .none : .whole(requestBody)
        let exchange = ObservedExchange(
            request: request,
            response: ObservedResponse(status: answer.status, headers: answer.headers, body: answer.body))
        let context = ExplainContext(credentials: credentials, now: now, searchLimit: searchLimit)
        let findings = ExchangeDiagnosis(exchange, context: context).findings
        // The refusal itself stands in the cell or the answer already; the causes behind it do not.
        let causes = findings.filter { $0.code.group == .signature }
        return causes.map { finding in
            var finding = finding
            finding.check = .signature
            return finding
        }
    }
}
