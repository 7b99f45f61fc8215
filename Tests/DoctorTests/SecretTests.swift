import Foundation
import Testing

/// No output of any command, at any verbosity, in any format, has a piece of a secret.
@Suite struct SecretTests {
    /// Pieces long enough to be told from chance; the last four characters may be shown.
    private func leaks(_ text: String) -> [String] {
        Secrets.all.flatMap { secret -> [String] in
            let characters = Array(secret)
            return stride(from: 0, to: characters.count - 8, by: 4).map { String(characters[$0..<$0 + 8]) }
        }.filter(text.contains)
    }

    @Test(
        .timeLimit(.minutes(2)),
        arguments: [
            ["env"], ["check", "--timeout", "2"], ["sign"], ["sign", "--expires", "60"],
            ["sign", "-H", "x-amz-meta: 1", "--time", "20260102T030405Z"], ["clock", "--timeout", "2"],
            ["models", "--models", "amazon.nova-micro-v1:0", "--timeout", "2"], ["check", "--mock"], ["vectors"],
        ])
    func `commands keep secrets`(command: [String]) throws {
        for options in [[], ["-vv"], ["--format", "json", "-v"], ["--color", "always"]] {
            let result = try DoctorProcess.run(command + options, environment: Secrets.environment)
            #expect(leaks(result.everything) == [], "\(command + options)")
            #expect(!result.everything.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["env", "sign", "check"])
    func `values in the wrong place keep secret`(command: String) throws {
        let swapped = [
            "AWS_ACCESS_KEY_ID": Secrets.secret, "AWS_SECRET_ACCESS_KEY": Secrets.token,
            "AWS_REGION": Secrets.bearer, "AWS_ENDPOINT_URL": "https://user:\(Secrets.proxyPassword)@example.com",
        ]
        for options in [["-vv"], ["--format", "json"]] {
            let result = try DoctorProcess.run([command, "--timeout", "2"] + options, environment: swapped)
            // A region is shown as it was found: it is not a place for secrets, but a long one is cut.
            #expect(leaks(result.everything).filter { !Secrets.bearer.contains($0) } == [], "\(command) \(options)")
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a refused signature is echoed without the token`() throws {
        let server = try DoctorProcess.start([
            "serve", "-v", "--access-key-id", "ASIAQ2WERTYUIOPASDFG", "--secret-access-key",
            String(Secrets.secret.reversed()), "--session-token", Secrets.token,
        ])
        let endpoint = String(server.firstLine().dropFirst("listening on ".count))
        for format in ["text", "json"] {
            let client = try DoctorProcess.run(
                ["check", "-vv", "--endpoint-url", endpoint, "--format", format], environment: Secrets.environment)
            #expect(client.status == 1)
            #expect(client.output.contains("signature-mismatch"), "\(client.output)")
            #expect(leaks(client.everything) == [])
        }
        server.terminate()
        #expect(leaks(server.finish().everything) == [])
    }
}
