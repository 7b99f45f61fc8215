import Catalog
import Evidence
import Report

extension FailedCall {
    /// A model's name in the form of an ARN whose parts stand in the wrong places.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>.
    var malformedARN: Remedy? {
        guard
            let name = [details.modelID, answer.model, scene.model?.value].compactMap({ $0 }).first(where: {
                $0.hasPrefix("arn:")
            })
        else { return nil }
        let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count < 6 || RegionCatalog.looksLikeRegion(parts[4]) else { return nil }
        let id = parts.last?.split(separator: "/").last.map(String.init) ?? ""
        let known = catalog.entry(for: id) == nil ? "" : " (\(PrintableText.escaped(id, limit: 80)))"
        return Remedy(
            """
            Name the model by its id\(known): what is sent, \(PrintableText.escaped(name, limit: 100)), is no ARN, since an ARN has a region, and then an account of 12 digits or nothing, \
            behind arn:aws:bedrock. A model of AWS's list needs no ARN; one of your own (custom-model, imported-model, application-inference-profile) has \
            its ARN in the console, which is to be copied whole.
            """)
    }
}
