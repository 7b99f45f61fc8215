extension ServedCredential {
    /// A pair that nobody else can know: made for one run, and worth nothing elsewhere.
    static func generated() -> ServedCredential {
        // The alphabet of AWS's own key ids; the secret's needs no quotes in any shell.
        let id = text(of: 10, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let secret = text(of: 40, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        return ServedCredential(
            accessKeyID: "AKIADOCTOR" + id, secretAccessKey: secret, sessionToken: nil, origin: "this run")
    }

    private static func text(of length: Int, from alphabet: String) -> String {
        let characters = Array(alphabet)
        var generator = SystemRandomNumberGenerator()
        return String((0..<length).map { _ in characters[Int.random(in: 0..<characters.count, using: &generator)] })
    }
}
