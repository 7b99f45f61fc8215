import Codes
import Foundation
import TestSupport
import Testing

/// No output of any command, at any verbosity, in any format, has a piece of a secret.
@Suite(.live) struct SecretTests {
    /// Pieces long enough to be told from chance; the last four characters may be shown.
    private func leaks(_ text: String) -> [String] {
        Secrets.all.flatMap { secret -> [String] in
            let characters = Array(secret)
            return stride(from: 0, to: characters.count - 8, by: 4).map { String(characters[$0..<$0 + 8]) }
        }.filter(text.contains)
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            ["env"], ["check", "--timeout", "2"], ["sign"], ["sign", "--expires", "60"],
            ["sign", "-H", "x-amz-meta: 1", "--time", "20260102T030405Z"], ["clock", "--timeout", "2"],
            ["models", "--models", "amazon.nova-micro-v1:0", "--timeout", "2"], ["check", "--mock"], ["vectors"],
        ])
    func `commands keep secrets`(command: [String]) async throws {
        for options in [[], ["-vv"], ["--format", "json", "-v"], ["--color", "always"]] {
            let result = try await DoctorProcess.run(command + options, environment: Secrets.environment)
            #expect(leaks(result.everything) == [], "\(command + options)")
            #expect(!result.everything.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: [Secrets.bearer, Secrets.shortTerm, Secrets.shortTerm + " x"])
    func `an API key keeps secret, used or not, and so does what it holds`(key: String) async throws {
        let commands = [
            ["env"], ["env", "--auth", "bearer"], ["check", "--timeout", "2"], ["models", "--timeout", "2"],
            ["sign"], ["serve", "--", "true"], ["serve", "--bearer", "-v", "--", "true"],
            ["record", "--listen", "0", "--into", "/dev/null/\(key)", "--", "true"],
            ["explain", "refused: \(key)"], ["explain", "the token \(Secrets.innerToken) is bad"],
        ]
        for command in commands {
            for options in command[0] == "serve" || command[0] == "record" ? [[]] : [["-vv"], ["--format", "json"]] {
                let tail = command.firstIndex(of: "--") ?? command.count
                let arguments = Array(command[..<tail]) + options + Array(command[tail...])
                let result = try await DoctorProcess.run(
                    arguments,
                    environment: [
                        "AWS_BEARER_TOKEN_BEDROCK": key, "AWS_REGION": "us-east-1", "NO_PROXY": "127.0.0.1",
                        "HTTPS_PROXY": "http://127.0.0.1:9",
                    ])
                #expect(leaks(result.everything) == [], "\(arguments)")
                #expect(!result.everything.isEmpty)
            }
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a served API key is refused and accepted without being shown`() async throws {
        let folder = try TemporaryFolder()
        let (file, dump) = (folder.path + "/key", folder.path + "/served.http")
        try Data(Secrets.bearer.utf8).write(to: URL(filePath: file))
        for served in [["--bearer-token-file", file], []] {
            let server = try await DoctorProcess.serving(served + ["-v", "--explain", "--dump", dump]) { endpoint in
                for format in ["text", "json"] {
                    let client = try await DoctorProcess.run(
                        ["check", "-vv", "--auth", "bearer", "--endpoint-url", endpoint, "--format", format],
                        environment: Secrets.environment)
                    #expect(client.status == (served.isEmpty ? 1 : 0), "\(client.everything)")
                    #expect(leaks(client.everything) == [])
                }
            }
            #expect(server.errors.contains(" bearer"), "\(server.errors)")
            #expect(leaks(server.everything + (try folder.text("served.http"))) == [])
        }
    }

    @Test(.timeLimit(.minutes(10)), arguments: ["env", "sign", "check"])
    func `values in the wrong place keep secret`(command: String) async throws {
        let swapped = [
            "AWS_ACCESS_KEY_ID": Secrets.secret, "AWS_SECRET_ACCESS_KEY": Secrets.token,
            "AWS_REGION": Secrets.bearer, "AWS_ENDPOINT_URL": "https://user:\(Secrets.proxyPassword)@example.com",
        ]
        for options in [["-vv"], ["--format", "json"]] {
            let result = try await DoctorProcess.run([command, "--timeout", "2"] + options, environment: swapped)
            // A region is shown as it was found: it is not a place for secrets, but a long one is cut.
            #expect(leaks(result.everything).filter { !Secrets.bearer.contains($0) } == [], "\(command) \(options)")
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a refused signature is echoed without the token`() async throws {
        let server = try await DoctorProcess.serving([
            "-v", "--access-key-id", "ASIAQ2WERTYUIOPASDFG", "--secret-access-key", String(Secrets.secret.reversed()),
            "--session-token", Secrets.token, "--search-budget", "20000",
        ]) { endpoint in
            for format in ["text", "json"] {
                let client = try await DoctorProcess.run(
                    ["check", "-vv", "--endpoint-url", endpoint, "--format", format], environment: Secrets.environment)
                #expect(client.status == 1)
                // The echo agrees with what was signed, so it is the secret.
                #expect(client.output.contains(FindingCode.keyWrong.spelling), "\(client.output)")
                #expect(leaks(client.everything) == [])
            }
        }
        #expect(server.errors.contains("403"), "\(server.errors)")
        #expect(leaks(server.everything) == [])
    }

    @Test(.timeLimit(.minutes(10)))
    func `a dump is explained with its texts, and without the token`() async throws {
        let folder = try TemporaryFolder()
        let dump = folder.path + "/served.http"
        // The stored secret is another one, so that the refusal has no cause in the request.
        let server = try await DoctorProcess.serving([
            "--dump", dump, "--access-key-id", "ASIAQ2WERTYUIOPASDFG", "--secret-access-key",
            String(Secrets.secret.reversed()), "--session-token", Secrets.token, "--search-budget", "2000",
        ]) { endpoint in
            _ = try await DoctorProcess.run(
                ["check", "--endpoint-url", endpoint], environment: Secrets.environment)
        }
        #expect(leaks(try folder.text("served.http") + server.everything) == [])
        let brief = try await DoctorProcess.run(["explain", dump])
        #expect(brief.output.contains("-v shows it."), "\(brief.everything)")
        #expect(!brief.output.contains("x-amz-security-token"))
        for options in [["-v"], ["--format", "json"], ["--format", "html"]] {
            let whole = try await DoctorProcess.run(["explain", dump] + options)
            #expect(whole.output.contains("x-amz-security-token:"), "\(options) \(whole.everything)")
            #expect(whole.output.contains("/us-east-1/bedrock/aws4_request"))
            #expect(!whole.output.contains(FindingCode.tokenStale.spelling))
        }
        // With the pair and the token in the environment the signature is made again.
        for options in [[], ["-v"], ["--format", "json"]] {
            let own = try await DoctorProcess.run(["explain", dump] + options, environment: Secrets.environment)
            #expect(own.output.contains(FindingCode.keyWrong.spelling))
            #expect(!own.output.contains(FindingCode.tokenStale.spelling))
            #expect(leaks(own.everything) == [], "\(options)")
        }
    }

    /// What logs of clients hold of secrets: the token in headers and in the echo, a bearer token, a cookie.
    private static let logs: [String] = {
        let echo =
            "The request signature we calculated does not match the signature you provided.\\n\\nThe Canonical String for "
            + "this request should have been\\n'POST\\n/model/x.y/converse\\n\\nhost:h\\nx-amz-security-token:"
            + Secrets.token + "\\n\\nhost;x-amz-security-token\\n" + String(repeating: "0", count: 64) + "'"
        let authorization =
            "AWS4-HMAC-SHA256 Credential=ASIAQ2WERTYUIOPASDFG/20260102/us-east-1/bedrock/aws4_request, "
            + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature=" + String(repeating: "a", count: 64)
        let refusal = #"{"message":""# + echo + #""}"#
        let head = "POST /model/x.y/converse?X-Amz-Security-Token=\(Secrets.token) HTTP/1.1\nHost: h\n"
        return [
            head
                + "Authorization: \(authorization)\nX-Amz-Date: 20260102T030405Z\nX-Amz-Security-Token: \(Secrets.token)\n"
                + "Cookie: session=\(Secrets.bearer)\n\nHTTP/1.1 403 Forbidden\n\n" + refusal + "\n",
            head + "Authorization: Bearer \(Secrets.bearer)\n\nHTTP/1.1 403 Forbidden\n\n{\"Message\":\"bad Bearer "
                + "\(Secrets.bearer)\"}\n",
            refusal,
            "2026-01-02 03:04:05,000 - MainThread - botocore.auth - DEBUG - CanonicalRequest:\nPOST\n/model/x.y/converse\n\n"
                + "host:h\nx-amz-date:20260102T030405Z\nx-amz-security-token:\(Secrets.token)\n\n"
                + "host;x-amz-date;x-amz-security-token\n" + String(repeating: "1", count: 64) + "\n"
                + "2026-01-02 03:04:05,000 - MainThread - botocore.endpoint - DEBUG - Sending http request: "
                + "<AWSPreparedRequest stream_output=False, method=POST, url=https://h/model/x.y/converse, headers={"
                + "'X-Amz-Date': b'20260102T030405Z', 'X-Amz-Security-Token': b'\(Secrets.token)', 'Authorization': "
                + "b'\(authorization)'}>\n2026-01-02 03:04:05,000 - MainThread - botocore.parsers - DEBUG - Response "
                + "body:\nb'" + refusal.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'\n",
        ]
    }()

    @Test(.timeLimit(.minutes(10)), arguments: 0..<4)
    func `explained logs keep their secrets`(index: Int) async throws {
        for options in [[], ["-vv"], ["--format", "json"], ["--format", "junit"], ["--format", "github"]] {
            // The search with the secret takes long where nothing is optimised: once is enough.
            let environment = options.isEmpty ? Secrets.environment : ["AWS_REGION": "us-east-1"]
            let result = try await DoctorProcess.run(
                ["explain", "-"] + options, environment: environment, input: Self.logs[index])
            #expect(result.status == 1, "\(result.everything)")
            #expect(leaks(result.everything) == [], "\(index) \(options)")
        }
    }

    @Test(arguments: [[], ["-vv"], ["--format", "json"], ["--format", "html"]])
    func `a pasted message keeps its secrets`(options: [String]) async throws {
        let messages = [
            "failed with AWS_SECRET_ACCESS_KEY=\(Secrets.secret) and token \(Secrets.token) in AccessDeniedException",
            #"{"secretAccessKey":"\#(Secrets.secret)","message":"The security token \#(Secrets.token) is invalid"}"#,
        ]
        for message in messages {
            for environment in [Secrets.environment, [:]] {
                let result = try await DoctorProcess.run(["explain", message] + options, environment: environment)
                #expect(leaks(result.everything) == [])
            }
        }
    }

    @Test func `what goes to standard error keeps the environment's secrets, whatever it is about`() async throws {
        for command in ["serve", "replay"] {
            let options = command == "serve" ? ["--account"] : []
            let result = try await DoctorProcess.run(
                [command] + options + ["/nonexistent/\(Secrets.secret)"], environment: Secrets.environment)
            #expect(result.status == 65)
            #expect(result.errors.contains("/nonexistent/****"), "\(result.errors)")
            #expect(leaks(result.everything) == [])
        }
    }

    @Test func `an address of credentials is shown without its password`() async throws {
        let address = "http://user:\(Secrets.proxyPassword)@169.254.170.2/x?token=\(Secrets.bearer)"
        for options in [["-v"], ["--format", "json"], ["--format", "html"]] {
            let result = try await DoctorProcess.run(
                ["env"] + options, environment: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": address])
            #expect(result.output.contains("169.254.170.2") || options == ["--format", "html"])
            #expect(leaks(result.everything) == [])
        }
    }

    @Test(.timeLimit(.minutes(10)))
    func `a dump of requests is explained, and keeps the token out`() async throws {
        let folder = try TemporaryFolder()
        let dump = folder.path + "/dump.http"
        let log = try await DoctorProcess.serving([
            "--dump", dump, "--explain", "--access-key-id", "ASIAQ2WERTYUIOPASDFG", "--secret-access-key",
            Secrets.secret, "--session-token", Secrets.token, "--region", "eu-west-1",
        ]) { endpoint in
            let client = try await DoctorProcess.run(
                ["check", "--endpoint-url", endpoint], environment: Secrets.environment)
            #expect(client.status == 1)
        }
        #expect(log.errors.contains(FindingCode.scopeRegion.spelling), "\(log.errors)")
        #expect(leaks(log.everything) == [])
        #expect(leaks(try String(contentsOfFile: dump, encoding: .utf8)) == [])
        let explained = try await DoctorProcess.run(["explain", dump])
        #expect(explained.output.contains(FindingCode.wrongScopeRegion.spelling), "\(explained.everything)")
    }

    /// The client's own output and the report do not meet on standard output.
    @Test(.timeLimit(.minutes(10)))
    func `a client under test is reported on standard output alone`() async throws {
        let result = try await DoctorProcess.run([
            "serve", "--explain", "--format", "json", "--", "/bin/sh", "-c",
            "echo from the client; exec \(DoctorProcess.binary) check --endpoint-url $AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
        ])
        #expect(result.output.hasPrefix("{"), "\(result.output)")
        #expect(result.output.contains("bedrock-doctor.report/1"))
        #expect(result.errors.contains("from the client"))
    }
}
