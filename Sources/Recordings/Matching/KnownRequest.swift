/// A recorded request as requests are compared with it: without its secrets, and with its key.
package struct KnownRequest: Sendable {
    let request: RecordedRequest
    let key: RequestKey
    /// Whether something stands in it in place of a secret.
    let holdsReplacements: Bool

    package init(_ recorded: RecordedRequest) {
        let redactor = Redactor.standard
        var request = recorded
        request.target = redactor.redact(recorded.target)
        request.body = redactor.redact(recorded.body)
        self.request = request
        key = RequestKey(method: request.method, target: request.target, body: request.body)
        holdsReplacements = ReplacedSecrets.stand(in: request)
    }
}
