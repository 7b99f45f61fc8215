import Catalog
import Conformance
import Diagnosis
import MockBedrock
import RecordingImport
import Recordings

extension FuzzTarget {
    /// A file of recorded exchanges: what is read is written so that it is read as the same.
    static let recording = FuzzTarget(name: "recording", title: "a recording") { bytes in
        let found = try? Recording(parsing: bytes, file: "fuzz.json")
        if let parted = Recording.readByAllCores(bytes) { hold(parted == found, "all cores read another recording") }
        guard let recording = found else { return }
        let again = try? Recording(parsing: recording.bytes(), file: "fuzz.json")
        hold(again == recording, "a recording that was read and written is read as another")
    }

    /// A cassette of VCR or its relatives, in YAML or JSON.
    static let cassette = FuzzTarget(name: "cassette", title: "a cassette of VCR") { bytes in
        imported(try? VCRImport.recording(from: bytes, file: "fuzz.yaml"))
    }

    /// An archive of HTTP exchanges as browsers and proxies save it.
    static let archive = FuzzTarget(name: "archive", title: "a HAR archive") { bytes in
        _ = try? HARLog(parsing: bytes, file: "fuzz.har")
        imported(try? HARImport.recording(from: bytes, file: "fuzz.har"))
    }

    /// A trace of Go's httprr.
    static let httprr = FuzzTarget(name: "httprr", title: "a trace of httprr") { bytes in
        imported(try? HTTPRRImport.recording(from: bytes, file: "fuzz.httprr"))
    }

    /// Mappings of WireMock; each file that they name is there.
    static let wireMock = FuzzTarget(name: "wiremock", title: "mappings of WireMock") { bytes in
        let companions = CompanionFiles { name in Array(name.utf8) }
        imported(try? WireMockImport.recording(from: bytes, file: "fuzz.json", companions: companions))
    }

    /// A recording of nock.
    static let nock = FuzzTarget(name: "nock", title: "a recording of nock") { bytes in
        imported(try? NockImport.recording(from: bytes, file: "fuzz.json"))
    }

    /// A simulation of Hoverfly; each file that it names is there.
    static let hoverfly = FuzzTarget(name: "hoverfly", title: "a simulation of Hoverfly") { bytes in
        let companions = CompanionFiles { name in Array(name.utf8) }
        imported(try? HoverflyImport.recording(from: bytes, file: "fuzz.json", companions: companions))
    }

    /// A file of any recorder: what is read is what the reader of its dialect reads, and it can be written.
    static let recorder = FuzzTarget(name: "recorder", title: "a file of any recorder") { bytes in
        let found = try? AnyRecording.recording(from: bytes, file: "fuzz")
        imported(found)
        if AnyRecording.isOwn(bytes) { hold(AnyRecording.isRecording(bytes), "a recording of ours is none") }
    }

    private static func imported(_ found: ImportedRecording?) {
        guard let found else { return }
        let again = try? Recording(parsing: found.recording.bytes(), file: "fuzz.json")
        hold(again == found.recording, "an import that was written is read as another")
    }

    /// A file of signing vectors, and a request in the form of AWS's suite.
    static let vectors = FuzzTarget(name: "vectors", title: "a file of vectors, or a request of AWS's suite") { bytes in
        _ = try? VectorSet([InputFile(path: "fuzz.json", bytes: bytes)], from: "fuzz")
        let context = InputFile(path: "case/context.json", bytes: Array(suiteContext.utf8))
        _ = try? VectorSet([context, InputFile(path: "case/request.txt", bytes: bytes)], from: "fuzz")
        _ = try? VectorSet(
            [
                InputFile(path: "case/context.json", bytes: bytes),
                InputFile(path: "case/request.txt", bytes: suiteRequest),
            ],
            from: "fuzz")
    }

    private static let suiteContext = """
        {"credentials": {"access_key_id": "AKIDEXAMPLE", "secret_access_key": "wJalrXUtnFEMI"}, "expiration_in_seconds": 3600,
        "normalize": true, "region": "us-east-1", "service": "service", "sign_body": false, "timestamp": "2015-08-30T12:36:00Z"}
        """

    private static let suiteRequest = Array("GET / HTTP/1.1\nHost: example.amazonaws.com\n\n".utf8)

    /// A simulated account, a catalog of models, or a rule of faults.
    static let account = FuzzTarget(name: "account", title: "a simulated account, a catalog, or a fault") { bytes in
        _ = try? SimulatedAccount(parsing: bytes, file: "fuzz.json")
        _ = try? CatalogFile(parsing: bytes, file: "fuzz.json")
        _ = try? FaultRule(parsing: String(decoding: bytes, as: UTF8.self))
    }

    /// A file of the AWS CLI's settings or credentials.
    static let configuration = FuzzTarget(name: "configuration", title: "a shared file of AWS's tools") { bytes in
        let file = SharedFile(String(decoding: bytes, as: UTF8.self))
        for kind in [ProfileFile.Kind.config, .credentials] { _ = file.profiles(kind) }
    }
}
