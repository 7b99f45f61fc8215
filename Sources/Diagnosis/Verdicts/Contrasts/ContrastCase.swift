import Codes
import Evidence
import Report

/// A contrast beside the failure of which it is told.
struct ContrastCase {
    let contrast: Contrast
    let code: FindingCode
    let scene: Scene

    /// Whether the reporter says that the keys were the same.
    let hasSameKeys: Bool

    /// What works, in a sentence.
    var works: String { contrast.works ?? "the other call" }

    /// What works, at the beginning of a sentence.
    var Works: String { works.prefix(1).uppercased() + works.dropFirst() }

    /// What fails, in a sentence.
    var fails: String {
        contrast.fails ?? scene.client?.value ?? "the program that fails"
    }

    var Fails: String { fails.prefix(1).uppercased() + fails.dropFirst() }

    /// The program that fails, whatever the two calls differ in.
    var program: String {
        // What merely carried the request signed nothing.
        let sdk = scene.sdk.flatMap { $0.value.contains("AWS") || $0.value.contains("boto3") ? $0.value : nil }
        return scene.client?.value ?? sdk ?? "the client or gateway that signs"
    }

    /// What follows for the keys.
    var keysAreGood: String {
        hasSameKeys
            ? "the same keys get through there, so that key id, secret and clock are right"
            : "if that is with the same keys, then key id, secret and clock are right"
    }

    /// Whether what works is the AWS CLI, which can show what it does.
    var isCLI: Bool { contrast.works == "the AWS CLI" }

    /// Whether the contrast is of other calls than this one; a program that is the one which fails is no contrast to itself.
    var isOfOthers: Bool {
        guard contrast.fails == nil, let works = contrast.works?.lowercased() else { return true }
        switch contrast.dimension {
        case .client:
            // An error of botocore's is of one of two, which does not make the other the same.
            if scene.client == nil, scene.sdk?.value == "boto3 or the AWS CLI" { return true }
            let names = [scene.client?.value.lowercased(), scene.client == nil ? scene.sdk?.value.lowercased() : nil]
            return !names.compactMap { $0 }.contains { name in
                works.contains(name)
                    || name.contains(works.replacing("the ", with: "").replacing("a script with ", with: ""))
            }
        case .region: return scene.region?.value != works
        case .service:
            let service = scene.service?.value ?? ""
            return !works.split(separator: " ").contains { service.contains($0) }
        case .operation: return scene.operation?.value != contrast.works
        case .model:
            return !(scene.model?.value.lowercased().contains(works.split(separator: " ").last ?? " ") ?? false)
        default: return true
        }
    }
}
