"""The facts about the customer's planned use that decide what applies and how bad it is.

What each field asks, in plain words, stands in `app/model/questions.py`.
"""

from dataclasses import dataclass
from typing import Literal

Hosting = Literal["self-hosted", "own-cloud", "managed-api", "saas"]
Region = Literal["EU", "UK", "US", "other"]
Relation = Literal["licensee", "parent", "subsidiary", "sister company", "joint venture", "planned acquisition"]


@dataclass(frozen=True, slots=True)
class GroupCompany:
    """One company of the group, for the count of users against a threshold.

    Attributes:
        relation: To the licensee, which is a company of the group itself.
        control_percent: Share of the votes that ties it to the group; over 50 is control.
        users_at_release: Monthly active users of all its products in the calendar month before the release date of
            the model version.
        users_now: The same in the last full month.
        users_of_product: Of `users_now`, those who use the product that the model is in.
        internal_users: Of `users_now`, its own employees.
    """

    name: str
    relation: Relation = "subsidiary"
    control_percent: float = 100.0
    users_at_release: int = 0
    users_now: int = 0
    users_of_product: int = 0
    internal_users: int = 0

    @property
    def is_counted(self) -> bool:
        """Whether its users are the group's: control is more than half of the votes; what is planned is not yet."""
        is_planned = self.relation == "planned acquisition"
        return self.relation == "licensee" or (self.control_percent > 50 and not is_planned)


@dataclass(frozen=True, slots=True)
class DeploymentProfile:
    """How the product will be used; the defaults are a mid-size European company with a customer-facing product.

    Attributes:
        name: Shown in every export.
        model: Name and version, such as "Llama 3.1"; "" where it is not known yet.
        modalities: What the model can take ("text", "image", "audio", "video"), used or not.
        weights_from: Where the weights come from.
        hosting: Where it runs: on our machines, on rented machines that we run, behind the provider's API, or as
            part of a vendor's software.
        use: What it is used for.
        audience: Who uses it.
        delivery: Every way in which it reaches its users.
        distributes_derivatives: Whether fine-tuned weights or copies leave the organisation.
        weights_go_to: To whom weights are handed, contractors included.
        monthly_active_users: Of all products, affiliates and parent included.
        group: The companies behind that number; empty where only the sum is known.
        growth_expected: Whether that number is expected to grow, or an acquisition is planned.
        growth_percent: By how much a year.
        internal_users: Employees with access.
        principal_place_of_business: Where the customer is at home.
        offered_in: Where the product is offered.
        role: Whether we build with the model, or use a product in which somebody else built it in.
        fine_tunes: Whether the model is fine-tuned.
        fine_tuning_data: On what.
        trains_on_outputs: Whether outputs are used to train or improve other models.
        regulated: Fields with rules of their own, or at the edge of a use policy.
        output_use: What outputs are used for.
        public_prompts: Whether third parties write the prompts.
        personal_data: Whether personal data goes in.
        confidential_stack: Whether it is confidential which model is used.
        gives_indemnity: Whether we indemnify our own customers for the product.
        cloud_commitment: Whether spending with the cloud provider is committed already.
        residency: Where data must stay; empty for anywhere.
        requests_per_day: Planned volume.
        latency_ms: Longest answer time that is acceptable, in milliseconds; 0 for no demand.
        sovereign: Whether data may not leave our own machines.
        routes_models: Whether several models are routed between.
        engineers: Engineers, in full-time posts, who can run models.
        vendor_contact: Whether we talk to the model's maker already.
        yearly_budget: For licence and operation, in the currency of the cost worksheet; 0 where it is open.
        paid: Whether the product under review is paid for.
        critical: Whether production depends on it.
    """

    name: str = "Customer-facing product, EU"
    model: str = ""
    modalities: tuple[Literal["text", "image", "audio", "video"], ...] = ("text", "image")
    weights_from: Literal["maker", "mirror", "cloud", "vendor"] = "maker"
    hosting: Hosting = "self-hosted"
    use: Literal["commercial", "internal", "research"] = "commercial"
    audience: Literal["customers", "employees", "partners"] = "customers"
    delivery: tuple[
        Literal["internal", "hosted", "embedded", "download", "resold", "white-label", "partner-built"], ...
    ] = ("hosted",)
    distributes_derivatives: bool = True
    weights_go_to: tuple[Literal["contractors", "clients", "devices"], ...] = ("clients",)
    monthly_active_users: int = 50_000_000
    group: tuple[GroupCompany, ...] = ()
    growth_expected: bool = True
    growth_percent: float = 0.0
    internal_users: int = 0
    principal_place_of_business: Region = "EU"
    offered_in: tuple[Region, ...] = ("EU",)
    role: Literal["builder", "end user"] = "builder"
    fine_tunes: bool = True
    fine_tuning_data: tuple[Literal["public", "proprietary", "personal"], ...] = ("proprietary",)
    trains_on_outputs: bool = True
    regulated: tuple[
        Literal["health", "legal", "finance", "employment", "defence", "critical-infrastructure", "children"], ...
    ] = ()
    output_use: tuple[Literal["content", "code", "customer-facing", "decisions", "analysis"], ...] = (
        "customer-facing",
    )
    public_prompts: bool = True
    personal_data: bool = True
    confidential_stack: bool = False
    gives_indemnity: bool = False
    cloud_commitment: bool = False
    residency: tuple[Region, ...] = ()
    requests_per_day: int = 0
    latency_ms: int = 0
    sovereign: bool = False
    routes_models: bool = False
    engineers: float = 0.0
    vendor_contact: bool = False
    yearly_budget: int = 0
    paid: bool = False
    critical: bool = True

    @property
    def multimodal(self) -> bool:
        """Whether the model takes anything but text."""
        return any(modality != "text" for modality in self.modalities)
