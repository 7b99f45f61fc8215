import Codes
import Diagnosis
import Report
import Testing

/// A value that was given as the region and is something else.
@Suite struct MisplacedRegionTests {
    @Test(
        arguments: [
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'cohere.embed-english-v3' doesn't match a supported format.",
                "is a model id"
            ),
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'us.amazon.nova-lite-v1:0' doesn't match a supported format.",
                "is a model id"
            ),
            (
                "SdkClientException: Configured region (cohere.command-r-v1%3A0) and tags ([]) resulted in an invalid URI: https://bedrock-runtime.cohere.command-r-v1%3A0.amazonaws.com. This is usually caused by an invalid region configuration.",
                "is a model id"
            ),
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'ASIAEXAMPLEEXAMPLE77' doesn't match a supported format.",
                "An access key id was given as the region"
            ),
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'https://llm.example.com' doesn't match a supported format.",
                "is an address"
            ),
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'research' doesn't match a supported format.\n\nexport AWS_PROFILE=research",
                "name of a profile"
            ),
            (
                "botocore.exceptions.InvalidRegionError: Provided region_name 'eu-west-1b' doesn't match a supported format.",
                "eu-west-1"
            ),
        ])
    func `it is named as what it is`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .regionInvalid)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("Look at what the region is set to"), "\(remedyText(finding))")
    }

    @Test func `a region that is misspelt stays one`() throws {
        let finding = try firstFinding(
            "botocore.exceptions.InvalidRegionError: Provided region_name 'us east 1' doesn't match a supported format."
        )
        #expect(finding.code == .regionInvalid)
        #expect(!remedyText(finding).contains("was given as the region"), "\(remedyText(finding))")
    }
}
