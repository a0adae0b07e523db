"""The facts about the customer's planned use that decide what applies and how bad it is."""

from dataclasses import dataclass
from typing import Literal

Region = Literal["EU", "UK", "US", "other"]


@dataclass(frozen=True, slots=True)
class DeploymentProfile:
    """How the product will be used; the defaults are a mid-size European company with a customer-facing product.

    Attributes:
        name: Shown in every export.
        use: What it is used for.
        audience: Who uses it.
        principal_place_of_business: Where the customer is at home.
        distributes_derivatives: Whether fine-tuned weights or copies leave the organisation.
        fine_tunes: Whether the model is fine-tuned.
        trains_on_outputs: Whether outputs are used to train or improve other models.
        modalities: What goes in ("text", "image", "audio", "video").
        monthly_active_users: Of all products, affiliates and parent included.
        growth_expected: Whether that number is expected to grow, or an acquisition is planned.
        paid: Whether the product under review is paid for.
        hosting: Where it runs.
        critical: Whether production depends on it.
    """

    name: str = "Customer-facing product, EU"
    use: Literal["commercial", "internal", "research"] = "commercial"
    audience: Literal["customers", "employees", "partners"] = "customers"
    principal_place_of_business: Region = "EU"
    distributes_derivatives: bool = True
    fine_tunes: bool = True
    trains_on_outputs: bool = True
    modalities: tuple[Literal["text", "image", "audio", "video"], ...] = ("text", "image")
    monthly_active_users: int = 50_000_000
    growth_expected: bool = True
    paid: bool = False
    hosting: Literal["self-hosted", "own-cloud", "managed-api", "saas"] = "self-hosted"
    critical: bool = True

    @property
    def multimodal(self) -> bool:
        """Whether anything but text goes in."""
        return any(modality != "text" for modality in self.modalities)
