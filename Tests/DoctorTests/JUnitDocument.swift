import Foundation
import FoundationXML

/// What CI systems see in a JUnit report, read by libxml2.
struct JUnitDocument {
    struct Suite {
        let name: String
        var testcase: [Case] = []
    }

    struct Case {
        let name: String
        var failure: String?
        /// The code of what failed.
        var failureType: String?
        var skipped: String?
    }

    struct Broken: Error {
        let reason: String
    }

    let tests: Int
    let failures: Int
    let skipped: Int
    let testsuite: [Suite]

    init(reading text: String) throws {
        let document = try XMLDocument(data: Data(text.utf8))
        guard let root = document.rootElement(), root.name == "testsuites" else {
            throw Broken(reason: "the root is no testsuites")
        }
        func count(_ name: String) throws -> Int {
            guard let value = root.attribute(forName: name)?.stringValue.flatMap({ Int($0) }) else {
                throw Broken(reason: "\(name) is no number")
            }
            return value
        }
        tests = try count("tests")
        failures = try count("failures")
        skipped = try count("skipped")
        testsuite = root.elements(forName: "testsuite").map { suite in
            Suite(
                name: suite.attribute(forName: "name")?.stringValue ?? "",
                testcase: suite.elements(forName: "testcase").map { element in
                    Case(
                        name: element.attribute(forName: "name")?.stringValue ?? "",
                        failure: element.elements(forName: "failure").first?.stringValue,
                        failureType: element.elements(forName: "failure").first?.attribute(forName: "type")?
                            .stringValue,
                        skipped: element.elements(forName: "skipped").first?.stringValue)
                })
        }
    }
}
