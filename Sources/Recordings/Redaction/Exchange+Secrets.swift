import WireText

extension Exchange {
    /// Whether a known secret stands anywhere in the exchange, in whatever form.
    package func holds(_ secrets: KnownSecretSearch) -> Bool {
        guard !secrets.isEmpty else { return false }
        let headers = (request.headers + response.headers).flatMap { [$0.name, $0.text] }
        let texts = [request.method, request.target, request.host ?? ""] + headers
        return texts.contains { secrets.finds(in: Array($0.utf8).span) }
            || [request.body.wireBytes, response.body.wireBytes].contains { secrets.finds(in: $0.span) }
    }
}
