import * as refusalView from "../../../src/panel/view/refusalView";
import * as talkItems from "../../../src/panel/view/talkItems";
import { lateRefusal, lateTalk } from "../../../src/panel/view/lateViews";
import { lateExplanations } from "../../../src/text/explain";
import * as explanations from "../../../src/text/explanations";

// The product loads them before they can be needed; suites that draw views by themselves have them from the beginning.
lateExplanations.provide(explanations);
lateRefusal.provide(refusalView);
lateTalk.provide(talkItems);
