import * as causes from "../../../src/core/diagnosis/causes";
import { lateCauses } from "../../../src/core/diagnosis/diagnose";
import { CauseFinder } from "../../../src/core/sessions/causeFinder";
import * as comparisonView from "../../../src/panel/view/comparisonView";
import { refusalView } from "../../../src/panel/view/refusalView";
import * as talkItems from "../../../src/panel/view/talkItems";
import { lateRefusal, lateTalk } from "../../../src/panel/view/lateViews";
import { lateComparison } from "../../../src/panel/view/viewersView";
import { lateExplanations } from "../../../src/text/explain";
import * as explanations from "../../../src/text/explanations";

// The product loads them before they can be needed; suites that draw views by themselves have them from the beginning.
lateCauses.provide(causes);
lateExplanations.provide(explanations);
lateComparison.provide(comparisonView);
lateRefusal.provide({ refusalView, CauseFinder });
lateTalk.provide(talkItems);
