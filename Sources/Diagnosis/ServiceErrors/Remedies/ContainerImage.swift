import Evidence
import Report

/// A container image that was built for another processor, or in a form that its place does not take.
///
/// Sources: <https://docs.aws.amazon.com/lambda/latest/dg/images-create.html> (one processor, Docker's manifest or OCI's),
/// <https://docs.docker.com/build/metadata/attestations/> (`--provenance`, `--sbom`).
enum ContainerImage: Sendable, Hashable {
    case otherProcessor
    case otherManifest

    init?(_ words: WordText) {
        if words.has("exec format error") {
            self = .otherProcessor
        } else if words.has("image manifest config layer media type") {
            self = .otherManifest
        } else {
            return nil
        }
    }

    var title: String {
        switch self {
        case .otherProcessor: "The image was built for another processor"
        case .otherManifest: "The container image has a form that is not taken"
        }
    }

    var meaning: String {
        switch self {
        case .otherProcessor: "Its program cannot be started there; no model was asked."
        case .otherManifest:
            "It was pushed as a list of images or with attestations; nothing was started, and no model was asked."
        }
    }

    var remedy: Remedy {
        switch self {
        case .otherProcessor:
            Remedy(
                """
                Build the image for the processor on which it runs (docker buildx build --platform linux/arm64, or linux/amd64), push it, and deploy it anew; or set the function's or task's architecture to that of the image (arm64, x86_64). An image that was built on an Apple computer is for arm64 unless \
                told otherwise. Keys and models are not in question.
                """
            ).about(.shown)
        case .otherManifest:
            Remedy(
                """
                Build the image for one platform and without attestations (docker buildx build --platform linux/arm64 --provenance=false --sbom=false, or BUILDX_NO_DEFAULT_ATTESTATIONS=1), and push it anew: newer Docker writes an index with attestations beside the image, which AWS Lambda does not take. Permissions \
                and models are not in question.
                """
            ).about(.shown)
        }
    }
}

extension FailedCall {
    /// The image at fault, where one is.
    var image: ContainerImage? { ContainerImage(words) }
}
