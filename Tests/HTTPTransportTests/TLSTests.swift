import HTTPTransport
import NetworkTerms
import TestSupport
import Testing

/// `https` is verified always, with the authorities that the environment names.
@Suite(
    .live, .timeLimit(.minutes(10)), .serialized,
    TLSWorkshop.isNeeded)
struct TLSTests {
    @Test func `a certificate of no known authority`() async throws {
        let workshop = try TLSWorkshop()
        try await workshop.certificate("own", host: "127.0.0.1")
        try await workshop.serving("own") { port in
            let error = try await withTransport { try await failure($0, .get("https://127.0.0.1:\(port)")) }
            #expect(error.code == .certificateNotTrusted(.selfSigned))
            #expect(error.nextStep.contains("AWS_CA_BUNDLE"))
            #expect(error.wire.requestHead.isEmpty)
        }
    }

    @Test(arguments: ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE"])
    func `the variable names the authority`(variable: String) async throws {
        let workshop = try TLSWorkshop()
        try await workshop.certificate("own", host: "127.0.0.1")
        try await workshop.serving("own") { port in
            try await withTransport([variable: workshop.path("own.crt")]) { transport in
                let origin = "https://127.0.0.1:\(port)"
                let first = try await transport.send(.get(origin, "/model/a%3Ab"))
                #expect(first.status == 200)
                #expect(first.body == Array("/model/a%3Ab".utf8))
                #expect(first.timings.tls > first.timings.connect)
                #expect(first.wire.requestHead.starts(with: "GET /model/a%3Ab HTTP/1.1\r\n".utf8))
                #expect(try await transport.send(.get(origin)).timings.connectionReused)
            }
        }
    }

    @Test func `AWS_CA_BUNDLE comes first`() async throws {
        let workshop = try TLSWorkshop()
        try await workshop.certificate("own", host: "127.0.0.1")
        try await workshop.certificate("other", host: "127.0.0.1")
        try await workshop.serving("own") { port in
            let environment = [
                "AWS_CA_BUNDLE": workshop.path("own.crt"), "SSL_CERT_FILE": workshop.path("other.crt"),
                "SSL_CERT_DIR": "/nowhere",
            ]
            let response = try await withTransport(environment) { try await $0.send(.get("https://127.0.0.1:\(port)")) }
            #expect(response.status == 200)
        }
    }

    @Test func `validity over, validity not begun: the clock is named`() async throws {
        let workshop = try TLSWorkshop()
        try await workshop.certificate("past", host: "127.0.0.1", from: "20010101000000Z", to: "20020101000000Z")
        try await workshop.certificate("future", host: "127.0.0.1", from: "20480101000000Z", to: "20490101000000Z")
        for (name, problem) in [("past", CertificateProblem.expired), ("future", .notYetValid)] {
            try await workshop.serving(name) { port in
                let error = try await withTransport(["AWS_CA_BUNDLE": workshop.path("\(name).crt")]) {
                    try await failure($0, .get("https://127.0.0.1:\(port)"))
                }
                #expect(error.code == .certificateNotTrusted(problem))
                #expect(error.nextStep.contains("date -u"))
            }
        }
    }

    @Test func `a certificate for another host`() async throws {
        let workshop = try TLSWorkshop()
        try await workshop.certificate("own", host: "bedrock.example")
        try await workshop.serving("own") { port in
            let error = try await withTransport(["AWS_CA_BUNDLE": workshop.path("own.crt")]) {
                try await failure($0, .get("https://127.0.0.1:\(port)"))
            }
            #expect(error.code == .certificateNotTrusted(.wrongHost))
        }
    }

    @Test func `a file of authorities that is not there`() async throws {
        let error = try await RawServer.running({ try await $0.hold() }) { server in
            try await withTransport(["AWS_CA_BUNDLE": "/nowhere/ca.pem"]) {
                try await failure($0, .get("https" + server.origin.dropFirst(4)))
            }
        }
        #expect(error.code == .certificateAuthoritiesUnusable)
        #expect(error.nextStep.contains("AWS_CA_BUNDLE"))
        #expect(error.nextStep.contains("/nowhere/ca.pem"))
    }
}
