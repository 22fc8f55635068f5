import '../styles/handed-over.css';
import '../styles/desk.css';
import { Empty } from '../parts/empty';
import { useServices } from '../services';
import { FlagStack } from '../shell/flag-stack';
import { Gate } from '../shell/gate';
import { DeskBoard } from './desk-board';
import { DeskHeader } from './desk-header';

/** The page of identity owners, who need not administer Jira: what is asked of them, and nothing else. */
export function DeskPage() {
  return (
    <Gate refused={<Nobody />}>
      {({ desk }) => (
        <>
          <main className="page desk" id="page">
            <DeskHeader speaksFor={desk} />
            <DeskBoard />
          </main>
          <FlagStack />
        </>
      )}
    </Gate>
  );
}

/** Who is here without being named as an identity owner. */
function Nobody() {
  const { t } = useServices();
  return <Empty level={1} title={t('desk.nobody.title')} body={t('desk.nobody.body')} />;
}
